package io.gradus.kernels.vector;

/// One of several stretches of nearly equal length.
///
/// @param start the first index
/// @param length how many
record Span(int start, int length) {
  /// Stretch `i` of `count` that together are `0 .. total - 1`, cut at multiples of `unit`. The
  /// last one also has what does not fill a unit, so that it is never shorter than a unit.
  static Span of(int i, int count, int total, int unit) {
    int start = cut(i, count, total, unit);
    return new Span(start, cut(i + 1, count, total, unit) - start);
  }

  private static int cut(int i, int count, int total, int unit) {
    return i == count ? total : (int) ((long) i * (total / unit) / count) * unit;
  }
}
