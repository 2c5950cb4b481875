package io.gradus.nn.initialisers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Bare;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;
import java.util.Arrays;

/// One number, over and over; nothing is drawn. A file may write the number alone: `init: 0.1`.
@Bare
@Doc("one number, over and over")
public record Constant(@Doc("the number") double value) implements Initialiser {
  public Constant {
    require(Double.isFinite(value), "value = %s must be finite", value);
  }

  @Override
  public double[] draw(Fan fan, Generator generator) {
    double[] numbers = new double[fan.shape().size()];
    Arrays.fill(numbers, value);
    return numbers;
  }
}
