package io.gradus.experiments.vitals;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gradus.nn.Layer;
import io.gradus.nn.layers.Relu;
import io.gradus.nn.layers.ReluSquared;
import io.gradus.nn.layers.Sigmoid;
import io.gradus.nn.layers.Tanh;
import java.util.Optional;

/// How much of an activation is stuck where its slope is next to nothing.
///
/// @param at where that is
/// @param share of its outputs
/// @param dead units that were stuck for every example of the step; a unit is a place of the last
///   axis
/// @param units how many there are
public record Saturation(Stuck at, double share, int dead, int units) {
  /// A tanh beyond it passes on less than 1 - 0.97² = 6 % of a gradient: the mark of makemore part
  /// 3.
  private static final double TANH = 0.97;

  /// The same mark for a sigmoid, as tanh x = 2σ(2x) - 1.
  private static final double SIGMOID = (1 - TANH) / 2;

  /// Where an activation is flat.
  public enum Stuck {
    /// Of a tanh, beyond ±0.97.
    @JsonProperty("tanh-ends")
    TANH_ENDS {
      @Override
      boolean holds(double y) {
        return Math.abs(y) > TANH;
      }
    },
    /// Of a sigmoid, nearer to 0 or 1 than 0.015.
    @JsonProperty("sigmoid-ends")
    SIGMOID_ENDS {
      @Override
      boolean holds(double y) {
        return y < SIGMOID || y > 1 - SIGMOID;
      }
    },
    /// Of what is 0 for all that is below 0. Half of the outputs lie there in a network that is
    /// well.
    @JsonProperty("zero")
    ZERO {
      @Override
      boolean holds(double y) {
        return y == 0;
      }
    };

    /// Whether an output is.
    abstract boolean holds(double y);

    /// Where a layer is flat; empty where it is so nowhere.
    static Optional<Stuck> of(Layer layer) {
      return switch (layer) {
        case Tanh _ -> Optional.of(TANH_ENDS);
        case Sigmoid _ -> Optional.of(SIGMOID_ENDS);
        case Relu _, ReluSquared _ -> Optional.of(ZERO);
        default -> Optional.empty();
      };
    }
  }
}
