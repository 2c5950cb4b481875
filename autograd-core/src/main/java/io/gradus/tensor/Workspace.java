package io.gradus.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Arrays that are used again: what is computed inside [#call] lives until its end.
///
/// A training step makes the same arrays each time; lending them from one workspace saves clearing
/// and collecting them. A tensor that is read after its workspace has ended says so; [Tensor#kept]
/// copies one out. A workspace serves one call at a time.
public final class Workspace {
  private final Shelf<float[]> floats = new Shelf<>(float[]::new);
  private final Shelf<double[]> doubles = new Shelf<>(double[]::new);
  private boolean open;

  /// Computes with arrays of this workspace and takes them back at the end.
  ///
  /// @throws IllegalStateException if a call is under way already
  public <T> T call(Supplier<T> body) {
    if (open) {
      throw new IllegalStateException("this workspace is in use; a second one is needed");
    }
    var lease = new Lease(this);
    open = true;
    try {
      return Scope.current().lending(lease).call(body);
    } finally {
      lease.ended = true;
      floats.takeBack();
      doubles.takeBack();
      open = false;
    }
  }

  /// As [#call], without an answer.
  public void run(Runnable body) {
    boolean _ =
        call(() -> {
          body.run();
          return true;
        });
  }

  /// How long lent arrays may be read.
  static final class Lease {
    /// For arrays that the garbage collector looks after.
    static final Lease ENDLESS = new Lease(new Workspace());

    private final Workspace workspace;
    private boolean ended;

    private Lease(Workspace workspace) {
      this.workspace = workspace;
    }

    void check() {
      if (ended) {
        throw new IllegalStateException(
            "the workspace of this tensor has ended; kept() copies a tensor out of it");
      }
    }

    /// An array whose numbers may be anything.
    Storage.Floats floats(int n) {
      return new Storage.Floats(this == ENDLESS ? new float[n] : workspace.floats.lend(n), this);
    }

    /// An array whose numbers may be anything.
    Storage.Doubles doubles(int n) {
      return new Storage.Doubles(this == ENDLESS ? new double[n] : workspace.doubles.lend(n), this);
    }
  }

  /// Arrays of one type by their length: first those that were lent, behind them the free ones.
  private static final class Shelf<A> {
    private static final class Row<A> {
      final List<A> arrays = new ArrayList<>();
      int lent;
    }

    private final IntFunction<A> maker;
    private final Map<Integer, Row<A>> rows = new HashMap<>(); // looked up; emptied in any order
    private final List<Row<A>> used = new ArrayList<>();

    Shelf(IntFunction<A> maker) {
      this.maker = maker;
    }

    A lend(int n) {
      Row<A> row = rows.computeIfAbsent(n, _ -> new Row<>());
      if (row.lent == 0) {
        used.add(row);
      }
      if (row.lent == row.arrays.size()) {
        row.arrays.add(maker.apply(n));
      }
      return row.arrays.get(row.lent++);
    }

    void takeBack() {
      for (Row<A> row : used) {
        row.lent = 0;
      }
      used.clear();
    }
  }
}
