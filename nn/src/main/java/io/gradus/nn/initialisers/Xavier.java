package io.gradus.nn.initialisers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// Numbers of the deviation `gain · √(2 / (in + out))`, a compromise between what keeps the size of
/// activations and what keeps that of gradients (Glorot & Bengio 2010). Drawn in row-major order.
@Doc("deviation gain * sqrt(2 / (inputs + outputs)) (Glorot and Bengio 2010)")
public record Xavier(
    @Doc("uniform or normal") @Default("uniform") Form form,
    @Doc("a factor for the deviation") @Default("1.0") double gain)
    implements Initialiser {
  public Xavier {
    require(Double.isFinite(gain) && gain >= 0, "gain = %s must be at least 0", gain);
  }

  @Override
  public double[] draw(Fan fan, Generator generator) {
    double deviation = gain * Math.sqrt(2.0 / ((double) fan.in() + fan.out()));
    return form.of(deviation).draw(fan, generator);
  }
}
