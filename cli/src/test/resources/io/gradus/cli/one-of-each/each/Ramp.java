package each;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// `step·(i - n/2)`.
@Doc("numbers that rise evenly about 0")
public record Ramp(@Doc("from one to the next") @Default("0.01") double step)
    implements Initialiser {
  @Override
  public double[] draw(Fan fan, Generator generator) {
    double[] numbers = new double[fan.shape().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = step * (i % 7 - 3);
    }
    return numbers;
  }
}
