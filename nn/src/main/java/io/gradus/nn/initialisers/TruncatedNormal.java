package io.gradus.nn.initialisers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// Normally distributed numbers between two bounds: what falls outside is drawn again.
///
/// The bounds are numbers themselves and not multiples of the deviation, as in PyTorch's
/// `trunc_normal_`. They hold the mean between them and are not closer than a tenth of the
/// deviation, so that no number takes more than some 25 draws on average.
@Doc("normally distributed numbers between two bounds")
public record TruncatedNormal(
    @Doc("their mean, were there no bounds") @Default("0.0") double mean,
    @Doc("their standard deviation, were there no bounds") @Default("1.0") double deviation,
    @Doc("the least of them") @Default("-2.0") double from,
    @Doc("the largest of them") @Default("2.0") double to)
    implements Initialiser {
  public TruncatedNormal {
    require(
        Double.isFinite(deviation) && deviation >= 0,
        "deviation = %s must be at least 0",
        deviation);
    require(from <= mean && mean <= to, "mean = %s is outside [%s, %s]", mean, from, to);
    require(
        to - from >= deviation / 10,
        "from = %s and to = %s are closer than a tenth of deviation = %s: uniform is as good",
        from,
        to,
        deviation);
  }

  @Override
  public double[] draw(Fan fan, Generator generator) {
    double[] numbers = new double[fan.shape().size()];
    for (int i = 0; i < numbers.length; i++) {
      do {
        numbers[i] = generator.gaussian(mean, deviation);
      } while (numbers[i] < from || numbers[i] > to);
    }
    return numbers;
  }
}
