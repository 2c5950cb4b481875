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

  /// How long lent arrays may be read, unless they are given back before.
  static final class Lease {
    /// For arrays that the garbage collector looks after.
    static final Lease ENDLESS = new Lease(new Workspace());

    private final Workspace workspace;
    private boolean ended;
    private int lent;
    private @Nullable List<Storage> log;

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
      if (this == ENDLESS) {
        return new Storage.Floats(new float[n], Loan.ENDLESS);
      }
      return logged(new Storage.Floats(workspace.floats.lend(n), new Loan(this, lent++)));
    }

    /// An array whose numbers may be anything.
    Storage.Doubles doubles(int n) {
      if (this == ENDLESS) {
        return new Storage.Doubles(new double[n], Loan.ENDLESS);
      }
      return logged(new Storage.Doubles(workspace.doubles.lend(n), new Loan(this, lent++)));
    }

    /// How many arrays have been lent.
    int lent() {
      return lent;
    }

    /// Whether lent arrays are noted.
    boolean logs() {
      return log != null;
    }

    /// Where each array is noted that is lent from now on, until [#forget].
    List<Storage> log() {
      List<Storage> known = log == null ? new ArrayList<>() : log;
      log = known;
      return known;
    }

    void forget() {
      log = null;
    }

    private <S extends Storage> S logged(S storage) {
      if (log != null) {
        log.add(storage);
      }
      return storage;
    }

    /// Takes an array back before the end. Whoever still reads it is told so.
    void giveBack(Storage storage) {
      if (storage.loan().end()) {
        switch (storage) {
          case Storage.Floats(var array, _) -> workspace.floats.giveBack(array, array.length);
          case Storage.Doubles(var array, _) -> workspace.doubles.giveBack(array, array.length);
        }
      }
    }
  }

  /// Arrays of one type, those of one length in a row. What was given back last is lent first: a
  /// cache still holds it.
  private static final class Shelf<A> {
    private static final class Row<A> {
      final int length;
      final List<A> all = new ArrayList<>();
      final List<A> free = new ArrayList<>();
      boolean used;

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
      if (!row.used) {
        row.used = true;
        used.add(row);
      }
      if (!row.free.isEmpty()) {
        return row.free.removeLast();
      }
      A made = maker.apply(length);
      row.all.add(made);
      return made;
    }

    void giveBack(A array, int length) {
      row(length).free.add(array);
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
        row.free.clear();
        row.free.addAll(row.all);
        row.used = false;
      }
      used.clear();
    }
  }
}
