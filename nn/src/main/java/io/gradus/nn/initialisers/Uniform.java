package io.gradus.nn.initialisers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// Evenly distributed numbers, drawn in row-major order.
@Doc("evenly distributed numbers")
public record Uniform(
    @Doc("the least of them") @Default("0.0") double from,
    @Doc("the bound that none reaches") @Default("1.0") double to)
    implements Initialiser {
  public Uniform {
    require(Double.isFinite(from), "from = %s must be finite", from);
    require(Double.isFinite(to) && to >= from, "to = %s must be at least from = %s", to, from);
  }

  @Override
  public double[] draw(Fan fan, Generator generator) {
    double[] numbers = new double[fan.shape().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = fan.uniform(from, to, generator);
    }
    return numbers;
  }
}
