package io.gradus.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every generator promises, whatever its rules.
interface GeneratorContract {
  Generator generator(long seed);

  /// A generator of another kind, whose states are not for this one.
  Generator stranger();

  @Test
  default void theSameSeedGivesTheSameDraws() {
    assertThat(everyDraw(generator(42))).isEqualTo(everyDraw(generator(42)));
    assertThat(everyDraw(generator(42))).isNotEqualTo(everyDraw(generator(43)));
  }

  @Test
  default void restoringGoesOnExactlyAtEveryPosition() {
    Generator original = generator(42);
    for (int position = 0; position < 1300; position++) {
      Generator copy = generator(7);
      copy.gaussian();
      copy.restore(original.state());
      assertThat(copy.state()).isEqualTo(original.state());
      original.below(2);
      copy.below(2);
      assertThat(copy.uniform()).isEqualTo(original.uniform());
    }
  }

  @Test
  default void aCopyGoesOnExactlyHereAndApart() {
    Generator original = generator(42);
    original.gaussian();
    Generator copy = original.copy();
    long[] here = original.state();
    assertThat(copy.state()).isEqualTo(here);
    assertThat(everyDraw(copy)).isEqualTo(everyDraw(original));
    Generator other = original.copy();
    long[] there = original.state();
    double _ = other.uniform();
    assertThat(original.state()).isEqualTo(there).isNotEqualTo(here);
  }

  @Test
  default void restoringKeepsTheSpareGaussian() {
    Generator original = generator(42);
    original.gaussian();
    Generator copy = generator(7);
    copy.restore(original.state());
    assertThat(everyDraw(copy)).isEqualTo(everyDraw(original));
  }

  @Test
  default void restoringForgetsALaterSpareGaussian() {
    Generator generator = generator(42);
    long[] start = generator.state();
    double first = generator.gaussian();
    generator.restore(start);
    assertThat(generator.gaussian()).isEqualTo(first);
  }

  @Test
  default void aStateDoesNotMoveWithItsGenerator() {
    Generator generator = generator(42);
    long[] state = generator.state();
    long[] untouched = state.clone();
    double next = generator.uniform();
    assertThat(state).isEqualTo(untouched);
    generator.restore(state);
    assertThat(generator.uniform()).isEqualTo(next);
    assertThat(state).isEqualTo(untouched);
  }

  @Test
  default void impossibleStatesAreRejectedAndChangeNothing() {
    Generator generator = generator(42);
    generator.gaussian();
    long[] state = generator.state();
    long[] infiniteSpare = state.clone();
    infiniteSpare[state.length - 1] = Double.doubleToLongBits(Double.NEGATIVE_INFINITY);
    long[] oddNan = state.clone();
    oddNan[state.length - 1] = -1;
    long[] otherVersion = state.clone();
    otherVersion[0]++;
    for (long[] bad : List.of(infiniteSpare, oddNan, otherVersion, stranger().state())) {
      assertThatIllegalArgumentException().isThrownBy(() -> generator.restore(bad));
      assertThat(generator.state()).isEqualTo(state);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> generator.restore(new long[7]))
        .withMessageEndingWith("state has " + state.length + " words, not 7");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> generator.restore(infiniteSpare))
        .withMessage("spare Gaussian = -Infinity (0xfff0000000000000) must be finite");
  }

  @Test
  default void uniformsFillTheUnitIntervalEvenly() {
    Generator generator = generator(42);
    int[] tenths = new int[10];
    for (int i = 0; i < 100_000; i++) {
      tenths[(int) (generator.uniform() * 10)]++;
    }
    // 10 000 each, with a standard deviation of 95.
    assertThat(Arrays.stream(tenths))
        .allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400));
  }

  @Test
  default void gaussiansHaveMeanZeroAndDeviationOne() {
    Generator generator = generator(42);
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    int count = 100_000;
    for (int i = 0; i < count; i++) {
      double z = generator.gaussian();
      sum += z;
      squares += z * z;
      fourths += z * z * z * z;
    }
    assertThat(sum / count).isCloseTo(0, within(0.015));
    assertThat(squares / count).isCloseTo(1, within(0.02));
    assertThat(fourths / count).isCloseTo(3, within(0.15));
  }

  @Test
  default void rangesAndMomentsScaleTheStandardDraws() {
    assertThat(generator(42).uniform(-1, 3)).isEqualTo(-1 + 4 * generator(42).uniform());
    assertThat(generator(42).gaussian(5, 0.25)).isEqualTo(5 + generator(42).gaussian() * 0.25);
  }

  @Test
  default void everyIntegerBelowABoundIsEquallyLikely() {
    Generator generator = generator(42);
    int[] counts = new int[6];
    for (int i = 0; i < 60_000; i++) {
      counts[generator.below(6)]++;
    }
    // 10 000 each, with a standard deviation of 91.
    assertThat(Arrays.stream(counts))
        .allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400));
    assertThat(generator.below(1)).isZero();
    assertThat(generator.below(Integer.MAX_VALUE)).isBetween(0, Integer.MAX_VALUE - 1);
  }

  @Test
  default void aBoundBelowOneIsRejected() {
    for (int bound : List.of(0, -3, Integer.MIN_VALUE)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> generator(42).below(bound))
          .withMessage("bound = " + bound + " must be at least 1");
    }
  }

  @Test
  default void aShuffleKeepsEveryItem() {
    assertThat(Golden.shuffled(generator(42), 100))
        .isNotEqualTo(IntStream.range(0, 100).boxed().toList())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 100).boxed().toList());
    assertThat(Golden.shuffled(generator(42), 0)).isEmpty();
    assertThat(Golden.shuffled(generator(42), 1)).containsExactly(0);
  }

  @Test
  default void choicesFollowTheWeights() {
    Generator generator = generator(42);
    int[] counts = new int[4];
    for (int i = 0; i < 60_000; i++) {
      counts[generator.choice(new double[] {0.5, 0, 1, 1.5})]++;
    }
    assertThat(counts[0]).isBetween(9_600, 10_400);
    assertThat(counts[1]).isZero();
    assertThat(counts[2]).isBetween(19_400, 20_600);
    assertThat(counts[3]).isBetween(29_300, 30_700);
    assertThat(generator.choice(new double[] {Double.MIN_VALUE})).isZero();
  }

  @Test
  default void weightsThatCannotBeDrawnFromAreRejectedBeforeADraw() {
    Generator generator = generator(42);
    requireRejected(generator, "weights is empty: there is nothing to choose from");
    requireRejected(generator, "weights[1] = -1.0 must be finite and at least 0", 2, -1);
    requireRejected(generator, "weights[0] = NaN must be finite and at least 0", Double.NaN, 1);
    requireRejected(
        generator,
        "weights[2] = Infinity must be finite and at least 0",
        0,
        1,
        Double.POSITIVE_INFINITY);
    requireRejected(
        generator, "weights are all zero (2 of them): at least one must be above 0", 0, -0.0);
    requireRejected(
        generator,
        "weights sum to Infinity (2 of them): scale them down",
        Double.MAX_VALUE,
        Double.MAX_VALUE);
    assertThat(generator.state()).isEqualTo(generator(42).state());
  }

  private static void requireRejected(Generator generator, String message, double... weights) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> generator.choice(weights))
        .withMessage(message);
  }

  private static List<Number> everyDraw(Generator generator) {
    List<Number> draws = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      draws.add(generator.gaussian());
      draws.add(generator.uniform());
      draws.add(generator.below(1000));
      draws.add(generator.choice(new double[] {1, 2, 3}));
    }
    return draws;
  }
}
