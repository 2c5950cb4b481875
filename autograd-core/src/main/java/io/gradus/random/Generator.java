package io.gradus.random;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A stream of random numbers, the same on every machine.
///
/// It is mutable: each draw advances it. It belongs to one thread at a time.
public sealed interface Generator permits Philox, CPython, NumpyLegacy, Torch, Eureka {
  /// A number in `[0, 1)`, a multiple of `2⁻⁵³`; of generators of float32, of `2⁻²⁴`.
  double uniform();

  /// A number in `[0, 1)`, a multiple of `2⁻⁵³`, by generators of float32 too.
  default double wideUniform() {
    return uniform();
  }

  /// A number between `low` and `high`: `low + (high - low)·u`, with `u` from [#uniform()].
  default double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /// A normally distributed number of mean 0 and standard deviation 1.
  double gaussian();

  /// Normally distributed numbers of mean 0 and standard deviation 1 for a tensor of float32.
  default double[] gaussians(int count) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, _ -> gaussian());
    return numbers;
  }

  /// The same for a tensor of float64.
  default double[] wideGaussians(int count) {
    return gaussians(count);
  }

  /// A normally distributed number: `mean + z·deviation`, with `z` from [#gaussian()].
  default double gaussian(double mean, double deviation) {
    return mean + gaussian() * deviation;
  }

  /// An integer in `0 .. bound - 1`, each equally likely.
  ///
  /// @throws IllegalArgumentException if `bound` is below 1
  int below(int bound);

  /// Shuffles `items` in place, every order equally likely (Fisher and Yates, from the last down).
  default void shuffle(List<?> items) {
    for (int last = items.size() - 1; last >= 1; last--) {
      Collections.swap(items, last, below(last + 1));
    }
  }

  /// An index into `weights`, drawn in proportion to them; they need not sum to 1.
  ///
  /// With `cᵢ = w₀ + … + wᵢ`, summed in that order, and `u` from [#uniform()]: the first `i` with
  /// `cᵢ > u·cₙ₋₁`, and the last index if there is none.
  ///
  /// @throws IllegalArgumentException if `weights` is empty or all zero, or a weight is negative or
  ///   not finite
  default int choice(double[] weights) {
    double total = Arguments.total(weights);
    double threshold = uniform() * total;
    double sum = 0;
    for (int i = 0; i < weights.length - 1; i++) {
      sum += weights[i];
      if (sum > threshold) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /// The generator for one part of what this one is for, such as one parameter of a model.
  ///
  /// A published generator serves all parts itself, in the order of the draws, as older programs
  /// do. [Philox] gives each part a stream of its own, which depends on the name alone: one part
  /// more or less does not change what the others draw.
  default Generator part(String name) {
    return this;
  }

  /// Another generator that goes on exactly here: what a state says, at a fraction of its cost.
  Generator copy();

  /// Everything needed to go on exactly here, a waiting spare Gaussian included, as plain words.
  long[] state();

  /// Goes on from where `state` was taken, be it from this generator or another of its kind.
  ///
  /// @throws IllegalArgumentException if `state` is not one that this kind of generator gives; the
  ///   generator is then unchanged
  void restore(long[] state);
}
