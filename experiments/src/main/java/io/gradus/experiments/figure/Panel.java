package io.gradus.experiments.figure;

/// A part of a [Picture], as wide as it is.
public interface Panel {
  /// How many pixels it takes from top to bottom.
  int height();

  /// Writes its shapes, the first of them at `top`.
  void draw(Canvas canvas, int top);
}
