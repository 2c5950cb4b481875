package io.gradus.experiments.vitals;

import io.gradus.nn.Layer;
import io.gradus.nn.layers.Relu;
import io.gradus.nn.layers.ReluSquared;
import io.gradus.nn.layers.Sigmoid;
import io.gradus.nn.layers.Tanh;
import java.util.Optional;
import java.util.function.DoublePredicate;

/// How much of an activation is stuck where its slope is next to nothing.
///
/// @param share of its outputs
/// @param dead units that were stuck for every example of the step; a unit is a place of the last
///   axis
/// @param units how many there are
public record Saturation(double share, int dead, int units) {
  /// A tanh beyond it passes on less than 1 - 0.97² = 6 % of a gradient: the mark of part 3.
  static final double TANH = 0.97;

  /// The same mark for a sigmoid: tanh x = 2σ(2x) - 1.
  static final double SIGMOID = (1 - TANH) / 2;

  /// When an output of this layer is stuck; empty where there is no such place.
  static Optional<DoublePredicate> of(Layer layer) {
    return switch (layer) {
      case Tanh _ -> Optional.of(y -> Math.abs(y) > TANH);
      case Sigmoid _ -> Optional.of(y -> y < SIGMOID || y > 1 - SIGMOID);
      case Relu _, ReluSquared _ -> Optional.of(y -> y == 0);
      default -> Optional.empty();
    };
  }
}
