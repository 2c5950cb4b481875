package io.gradus.optimizers;

import io.gradus.plugin.Kind;

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

  /// The memory before the first step of a slice of this many numbers.
  M start(int size);

  /// Moves the parameters one step: changes `w` and `memory` in place.
  ///
  /// @param update which update this is, and its rate
  /// @param w a slice of parameters
  /// @param g the loss' gradient for that slice
  /// @param memory what [#start] made for that slice
  void step(Update update, double[] w, double[] g, M memory);

  /// One update.
  ///
  /// @param t its number, from 0
  /// @param rate the learning rate
  record Update(int t, double rate) {}
}
