package io.gradus.nn.initialisers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// The numbers of another initialiser, times a factor.
@Doc("the numbers of another initialiser, times a factor")
public record Scaled(@Doc("the factor") double by, @Doc("the other initialiser") Initialiser of)
    implements Initialiser {
  public Scaled {
    require(Double.isFinite(by), "by = %s must be finite", by);
  }

  @Override
  public double[] draw(Fan fan, Generator generator) {
    double[] numbers = of.draw(fan, generator);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= by;
    }
    return numbers;
  }
}
