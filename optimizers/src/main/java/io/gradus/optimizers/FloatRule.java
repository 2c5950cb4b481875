package io.gradus.optimizers;

import java.util.List;

/// A rule that can move floats where they lie as well: in one pass, where a detour by way of
/// doubles takes several.
///
/// @param <M> as of a [Rule]
public interface FloatRule<M extends Record> extends Rule<M> {
  /// As [#step(Update, double[], double[], Record)] of the same numbers as doubles, bit for bit:
  /// every number is computed in doubles and rounded to a float when it is stored.
  ///
  /// @param w the parameters
  /// @param g the loss' gradient for them
  /// @param scale what each number of the gradient is multiplied by before
  /// @param memory the components of the memory, in their order
  /// @param count how many parameters there are; the arrays may be longer
  void step(Update update, float[] w, float[] g, double scale, List<float[]> memory, int count);
}
