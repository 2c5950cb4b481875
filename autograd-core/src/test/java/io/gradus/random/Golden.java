package io.gradus.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a seed gives, each list from the beginning of the stream.
///
/// `shuffled` is the order of 0 .. 9, `choices` are under the weights 1 to 5, `belows` under the
/// bounds 1, 2, 6, 1000 and 2³¹ - 1.
record Golden(
    long seed,
    List<Double> uniforms,
    List<Double> gaussians,
    List<Integer> shuffled,
    List<Integer> choices,
    List<Integer> belows) {

  /// Fails unless `algorithm` draws this, with Gaussians off by `ulps` last places at most.
  void requireOf(LongFunction<Generator> algorithm, int ulps) {
    assertThat(draws(algorithm.apply(seed)::uniform, uniforms.size())).isEqualTo(uniforms);
    Generator normal = algorithm.apply(seed);
    for (double gaussian : gaussians) {
      assertThat(normal.gaussian()).isCloseTo(gaussian, within(ulps * Math.ulp(gaussian)));
    }
    assertThat(shuffled(algorithm.apply(seed), shuffled.size())).isEqualTo(shuffled);
    double[] weights = {1, 2, 3, 4, 5};
    Generator chooser = algorithm.apply(seed);
    assertThat(draws(() -> chooser.choice(weights), choices.size())).isEqualTo(choices);
    Generator bounded = algorithm.apply(seed);
    assertThat(Stream.of(1, 2, 6, 1000, Integer.MAX_VALUE).map(bounded::below).toList())
        .isEqualTo(belows);
  }

  static <T> List<T> draws(Supplier<T> draw, int count) {
    return IntStream.range(0, count).mapToObj(_ -> draw.get()).toList();
  }

  /// The numbers 0 .. size - 1 after `generator` has shuffled them.
  static List<Integer> shuffled(Generator generator, int size) {
    List<Integer> items = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    generator.shuffle(items);
    return items;
  }
}
