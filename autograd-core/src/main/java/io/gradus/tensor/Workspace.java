package io.gradus.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

  /// Arrays of one type, those of one length in a row: first the lent ones, behind them the free
  /// ones.
  private static final class Shelf<A> {
    private static final class Row<A> {
      final int length;
      final List<A> arrays = new ArrayList<>();
      int lent;

      Row(int length) {
        this.length = length;
      }
    }

    private final IntFunction<A> maker;
    private final List<Row<A>> used = new ArrayList<>();

    /// By a hash of the length, a power of two of places, at most half of them taken.
    private @Nullable Row<A>[] rows = places(64);

    private int lengths;

    Shelf(IntFunction<A> maker) {
      this.maker = maker;
    }

    A lend(int length) {
      Row<A> row = row(length);
      if (row.lent == 0) {
        used.add(row);
      }
      if (row.lent == row.arrays.size()) {
        row.arrays.add(maker.apply(length));
      }
      return row.arrays.get(row.lent++);
    }

    private Row<A> row(int length) {
      for (int place = hash(length); ; place++) {
        Row<A> row = rows[place & (rows.length - 1)];
        if (row == null) {
          return added(new Row<>(length));
        }
        if (row.length == length) {
          return row;
        }
      }
    }

    private Row<A> added(Row<A> row) {
      if (++lengths > rows.length / 2) {
        @Nullable Row<A>[] before = rows;
        rows = places(2 * before.length);
        for (@Nullable Row<A> each : before) {
          if (each != null) {
            put(each);
          }
        }
      }
      put(row);
      return row;
    }

    private void put(Row<A> row) {
      int place = hash(row.length);
      while (rows[place & (rows.length - 1)] != null) {
        place++;
      }
      rows[place & (rows.length - 1)] = row;
    }

    private static int hash(int length) {
      return (length * 0x9E3779B9) >>> 16;
    }

    @SuppressWarnings("unchecked") // an array of a generic type cannot be made in another way
    private static <A> @Nullable Row<A>[] places(int n) {
      return (@Nullable Row<A>[]) new Row<?>[n];
    }

    void takeBack() {
      for (Row<A> row : used) {
        row.lent = 0;
      }
      used.clear();
    }
  }
}
