package io.gradus.experiments.vitals;

/// Mean and deviation of numbers that are seen part by part.
///
/// Parts are joined as Chan, Golub & LeVeque (1979) have it: with d the distance of the means, m =
/// (n₁m₁ + n₂m₂)/n and S = S₁ + S₂ + d²n₁n₂/n.
///
/// @param squares S, the sum of squared distances from the mean
record Moments(long count, double mean, double squares) {
  static final Moments NONE = new Moments(0, 0, 0);

  static Moments of(double... numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    double mean = numbers.length == 0 ? 0 : sum / numbers.length;
    double squares = 0;
    for (double number : numbers) {
      squares += (number - mean) * (number - mean);
    }
    return new Moments(numbers.length, mean, squares);
  }

  Moments and(Moments other) {
    if (count == 0) {
      return other;
    }
    long n = count + other.count;
    double distance = other.mean - mean;
    double share = (double) other.count / n;
    return new Moments(
        n, mean + distance * share, squares + other.squares + distance * distance * count * share);
  }

  /// √(S/(n-1)), as `torch.std` has it; NaN for fewer than two numbers.
  double deviation() {
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }

  Spread spread() {
    return new Spread(mean, deviation());
  }
}
