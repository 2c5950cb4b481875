package io.gradus.nn;

import io.gradus.tensor.DType;

/// A named part of a model's numbers, of either engine, seen as doubles in row-major order.
public interface Slice {
  /// The path of record components that leads to it, such as `blocks.0.query`.
  String name();

  /// The length of each axis.
  int[] shape();

  /// How the numbers are kept: what is written is rounded to it.
  DType type();

  /// How many numbers there are: the product of the axes.
  int size();

  /// Whether an optimizer moves it; not a buffer, and nothing frozen.
  default boolean learned() {
    return true;
  }

  /// Copies `count` numbers, from place `from` on, to the front of `out`.
  void read(int from, double[] out, int count);

  /// Copies gradients that the last backward pass left, as [#read(int, double[], int)] does
  /// numbers.
  void readGradient(int from, double[] out, int count);

  /// Forgets the gradients, so that what a loss does not depend on has none.
  void zeroGradient();

  /// Replaces `count` numbers, from place `from` on, by those at the front of `numbers`.
  void write(int from, double[] numbers, int count);

  /// A step of gradient descent, `w ← w - rate·g`, in the slice's own arithmetic.
  ///
  /// @return whether all numbers are finite after it
  default boolean descend(double rate) {
    double[] w = new double[size()];
    double[] g = new double[size()];
    read(w);
    readGradient(g);
    boolean finite = true;
    for (int i = 0; i < w.length; i++) {
      w[i] -= rate * g[i];
      finite &= Double.isFinite(type() == DType.FLOAT32 ? (float) w[i] : w[i]);
    }
    write(w);
    return finite;
  }

  /// Whether [#move] can be asked for: the numbers are floats at the front of an array, and so is
  /// their gradient.
  default boolean movable() {
    return false;
  }

  /// Lets an optimizer change the numbers where they lie.
  ///
  /// @return whether all numbers are finite after it
  /// @throws IllegalStateException if it is not [#movable]
  default boolean move(Mover mover) {
    throw new IllegalStateException(name() + " is not movable");
  }

  /// Changes numbers along their gradient.
  @FunctionalInterface
  interface Mover {
    /// Changes the first numbers of `w`, as many as the slice has.
    void move(float[] w, float[] g);
  }

  /// Copies all numbers into `out`.
  default void read(double[] out) {
    read(0, out, size());
  }

  /// Copies all gradients into `out`.
  default void readGradient(double[] out) {
    readGradient(0, out, size());
  }

  /// Replaces all numbers.
  default void write(double[] numbers) {
    write(0, numbers, size());
  }
}
