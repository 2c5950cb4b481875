package io.gradus.nn.initialisers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// Numbers of the deviation `gain / √fan`, where the gain makes up for the activation behind the
/// linear map (He et al. 2015). Drawn in row-major order.
@Doc("deviation gain / sqrt(inputs), the gain by the activation (He et al. 2015)")
public record Kaiming(
    @Doc("uniform or normal") @Default("normal") Form form,
    @Doc("what follows the linear map") @Default("relu") Gain activation,
    @Doc("slope below 0, where the activation is leaky-relu") @Default("0.01") double slope,
    @Doc("in keeps the size of activations, out that of gradients") @Default("in") By by)
    implements Initialiser {
  /// Which side of the linear map counts.
  public enum By {
    /// Its inputs.
    IN,
    /// Its outputs.
    OUT
  }

  public Kaiming {
    require(Double.isFinite(slope), "slope = %s must be finite", slope);
  }

  @Override
  public double[] draw(Fan fan, Generator generator) {
    int count = by == By.IN ? fan.in() : fan.out();
    return form.of(activation.factor(slope) / Math.sqrt(count)).draw(fan, generator);
  }
}
