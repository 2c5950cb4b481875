package io.gradus.optimizers;

import io.gradus.plugin.Kind;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;

/// How parameters follow their gradients: a value with settings and no state.
///
/// The state lives in a memory that the rule makes for each slice of parameters and is given back
/// at every step.
///
/// @param <M> the memory for one slice: a record whose components are `double[]` of the slice's
///   size
@Kind("optimizer")
public interface Rule<M extends Record> {
  /// The rate of each update.
  Schedule lr();

  /// The memory before the first step of a slice, or a part of one, of this many numbers.
  M start(int size);

  /// Moves the parameters one step: changes `w` and `memory` in place.
  ///
  /// @param update which update this is, its rate and its decay
  /// @param w a slice of parameters, or a part of one where the rule is [#elementwise]
  /// @param g the loss' gradient for them
  /// @param memory what [#start] made for them
  void step(Update update, double[] w, double[] g, M memory);

  /// The rule for a slice of this shape: this one, unless some shapes are treated in another way.
  ///
  /// The rate of that rule is the one that counts.
  ///
  /// @param shape the slice's shape
  /// @param type what its numbers are
  default Rule<?> on(Shape shape, DType type) {
    return this;
  }

  /// Whether each number moves by its own gradient alone, so that a slice may be moved in parts.
  default boolean elementwise() {
    return true;
  }

  /// Whether a step is `w ← w - ηg` and nothing more, so that a slice may take it in its own
  /// arithmetic.
  default boolean descends() {
    return false;
  }

  /// One update.
  ///
  /// @param t its number, from 0
  /// @param rate the learning rate
  /// @param decay what the rule's own weight decay is multiplied by: 1, or what a group of
  ///   parameters asks for
  record Update(int t, double rate, double decay) {}
}
