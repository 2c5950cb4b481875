package io.gradus.tensor;

/// Long work, split among the workers by its size alone.
final class Parts {
  private Parts() {}

  /// Elements in a part: long beside a hand-off to another thread, short beside a cache.
  private static final int PART = 1 << 14;

  /// Some units of a piece of work, `from .. to - 1`.
  interface Range {
    void run(int from, int to);
  }

  /// Does so many units, each of which looks at so many elements.
  static void over(int units, int elements, Range body) {
    Compute compute = Scope.current().compute();
    if ((long) units * elements < 2L * PART || compute.threads() == 1) {
      body.run(0, units);
      return;
    }
    int each = Math.max(1, PART / Math.max(elements, 1));
    int parts = Math.ceilDiv(units, each);
    compute.workers().run(parts, part -> body.run(part * each, Math.min((part + 1) * each, units)));
  }

  /// Columns of a matrix that are done together: fewer would read pieces of cache lines.
  private static final int COLUMNS = 64;

  /// Does the columns of a matrix, those of a part side by side; what is left behind the last whole
  /// part is done with it.
  static void overColumns(int columns, int rows, Range body) {
    int blocks = Math.max(columns / COLUMNS, 1);
    over(
        blocks,
        rows * COLUMNS,
        (lo, hi) -> body.run(lo * COLUMNS, hi == blocks ? columns : hi * COLUMNS));
  }
}
