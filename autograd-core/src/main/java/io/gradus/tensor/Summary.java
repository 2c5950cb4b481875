package io.gradus.tensor;

import io.gradus.graph.Content;
import java.util.Arrays;

/// The numbers of a tensor in a few numbers.
final class Summary {
  private Summary() {}

  static Content of(Tensor x) {
    double least = Double.NaN;
    double largest = Double.NaN;
    double sum = 0;
    double squares = 0;
    int nans = 0;
    double[] numbers = x.toDoubles();
    for (double number : numbers) {
      if (Double.isNaN(number)) {
        nans++;
        continue;
      }
      least = number >= least ? least : number; // the first one, too
      largest = number <= largest ? largest : number;
      sum += number;
      squares += number * number;
    }
    int counted = numbers.length - nans;
    return new Content.Many(
        x.dtype().name(),
        Arrays.stream(x.shape().shared()).boxed().toList(),
        digits(x.dtype(), least),
        counted == 1 ? digits(x.dtype(), least) : counted == 0 ? Double.NaN : sum / counted,
        digits(x.dtype(), largest),
        counted == 0 ? Double.NaN : Math.sqrt(squares),
        nans);
  }

  /// The double with the digits that name the element: 0.1 for the float that is nearest to it.
  private static double digits(DType type, double number) {
    return switch (type) {
      case FLOAT32 -> Double.parseDouble(Float.toString((float) number));
      case FLOAT64 -> number;
    };
  }
}
