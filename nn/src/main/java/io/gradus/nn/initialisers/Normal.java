package io.gradus.nn.initialisers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// Normally distributed numbers, drawn in row-major order.
@Doc("normally distributed numbers")
public record Normal(
    @Doc("their mean") @Default("0.0") double mean,
    @Doc("their standard deviation") @Default("1.0") double deviation)
    implements Initialiser {
  public Normal {
    require(Double.isFinite(mean), "mean = %s must be finite", mean);
    require(
        Double.isFinite(deviation) && deviation >= 0,
        "deviation = %s must be at least 0",
        deviation);
  }

  @Override
  public double[] draw(Fan fan, Generator generator) {
    double[] numbers = fan.gaussians(generator);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = mean + numbers[i] * deviation;
    }
    return numbers;
  }
}
