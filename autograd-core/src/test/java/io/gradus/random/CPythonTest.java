package io.gradus.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CPythonTest implements GeneratorContract {
  /// How far the C library under Python may round the Gaussians away from StrictMath.
  private static final int PLATFORM_ULPS = 4;

  @Override
  public Generator generator(long seed) {
    return new CPython(seed);
  }

  @Override
  public Generator stranger() {
    return new NumpyLegacy(42);
  }

  @ParameterizedTest
  @MethodSource
  void drawsAreThoseOfPython(Golden golden) {
    golden.requireOf(CPython::new, PLATFORM_ULPS);
  }

  static Stream<Golden> drawsAreThoseOfPython() {
    return Stream.of(
        new Golden(
            0L,
            List.of(0.8444218515250481, 0.7579544029403025, 0.420571580830845),
            List.of(0.9417154046806644, -1.3965781047011498, -0.6797144480784211),
            List.of(7, 8, 1, 5, 3, 4, 2, 0, 9, 6),
            List.of(4, 4, 3, 2, 3, 3, 4, 2),
            List.of(0, 1, 0, 265, 2073320061)),
        new Golden(
            1L,
            List.of(0.13436424411240122, 0.8474337369372327, 0.763774618976614),
            List.of(1.2881847531554629, 1.449445608699771, 0.06633580893826191),
            List.of(6, 8, 9, 7, 5, 3, 0, 4, 1, 2),
            List.of(1, 4, 4, 2, 3, 3, 3, 4),
            List.of(0, 0, 2, 120, 1063938749)),
        new Golden(
            42L,
            List.of(0.6394267984578837, 0.025010755222666936, 0.27502931836911926),
            List.of(-0.14409032957792836, -0.1729036003315193, -0.11131586156766246),
            List.of(7, 3, 2, 8, 5, 6, 9, 4, 0, 1),
            List.of(3, 0, 2, 2, 4, 4, 4, 1),
            List.of(0, 0, 5, 281, 525901256)),
        new Golden(
            -7L,
            List.of(0.32383276483316237, 0.15084917392450192, 0.6509344730398537),
            List.of(-0.2558802884476004, 0.511431512516514, -0.2260961647831047),
            List.of(8, 3, 1, 4, 7, 0, 9, 6, 2, 5),
            List.of(2, 1, 3, 1, 3, 2, 0, 3),
            List.of(0, 0, 3, 666, 103694312)),
        new Golden(
            1337L,
            List.of(0.6177528569514706, 0.5332655736050008, 0.36584835924937553),
            List.of(-0.9117532932976627, -0.8322834003509737, -0.8833109857747158),
            List.of(0, 3, 7, 2, 1, 6, 4, 5, 8, 9),
            List.of(3, 3, 2, 3, 1, 4, 2, 4),
            List.of(0, 0, 2, 392, 1363381362)),
        new Golden(
            4294967295L,
            List.of(0.6353574441341173, 0.20319993954407756, 0.6073666030347188),
            List.of(-0.44460081848024396, -0.5065896819748767, -0.6481196186056797),
            List.of(0, 7, 1, 5, 2, 6, 4, 8, 3, 9),
            List.of(3, 2, 3, 2, 2, 2, 4, 4),
            List.of(0, 0, 4, 534, 625638275)),
        new Golden(
            4294967296L,
            List.of(0.11299430095636409, 0.41782886486292836, 0.0166763664992291),
            List.of(0.7888598085495195, 0.6779984204616889, 1.3679793770790432),
            List.of(8, 9, 3, 2, 4, 7, 0, 6, 5, 1),
            List.of(1, 3, 0, 3, 4, 2, 3, 3),
            List.of(0, 1, 3, 957, 35812237)),
        new Golden(
            -8589934597L,
            List.of(0.7416304072852293, 0.7193517101580886, 0.5679554902499137),
            List.of(-0.08379391649833554, -1.5919436679437629, -2.0621898568432293),
            List.of(7, 1, 0, 3, 9, 8, 6, 5, 2, 4),
            List.of(4, 4, 3, 4, 4, 4, 4, 4),
            List.of(0, 0, 4, 518, 1982540307)),
        new Golden(
            Long.MAX_VALUE,
            List.of(0.3166448820870279, 0.631259308253863, 0.8035542479972343),
            List.of(-0.5743629130941533, 1.2905155840981153, 0.3629410941290464),
            List.of(4, 1, 9, 8, 6, 0, 3, 7, 2, 5),
            List.of(2, 3, 4, 3, 3, 4, 4, 2),
            List.of(0, 0, 3, 464, 234596446)),
        new Golden(
            Long.MIN_VALUE,
            List.of(0.5534639983914199, 0.9406144709090462, 0.24199432111690833),
            List.of(-2.243599936884441, -0.7833701065227084, 0.09816154071313908),
            List.of(5, 7, 9, 2, 0, 4, 1, 3, 6, 8),
            List.of(3, 4, 2, 4, 1, 4, 3, 3),
            List.of(0, 0, 1, 992, 1828124941)));
  }

  @Test
  void theTenThousandthUniformIsAsPublished() {
    Generator generator = generator(42);
    Golden.draws(generator::uniform, 9_999);
    assertThat(generator.uniform()).isEqualTo(0.07291190181420792);
  }

  @Test
  void shufflesOfManySizesAreAsPublished() {
    assertThat(Golden.shuffled(generator(42), 1)).isEqualTo(List.of(0));
    assertThat(Golden.shuffled(generator(42), 2)).isEqualTo(List.of(1, 0));
    assertThat(Golden.shuffled(generator(42), 3)).isEqualTo(List.of(1, 0, 2));
    assertThat(Golden.shuffled(generator(42), 17))
        .isEqualTo(List.of(7, 10, 5, 6, 15, 14, 13, 9, 8, 1, 2, 12, 16, 4, 11, 0, 3));
    assertThat(Golden.shuffled(generator(42), 1_000).hashCode()).isEqualTo(1743758769);
    assertThat(Golden.shuffled(generator(42), 32_033).hashCode()).isEqualTo(238909145);
  }

  @Test
  void aThousandGaussiansAreFrozenToTheLastBit() {
    assertThat(Golden.draws(generator(42)::gaussian, 1_000).hashCode()).isEqualTo(1347602273);
  }

  @Test
  void theSpareGaussianWaitsWhileOtherNumbersAreDrawn() {
    Generator generator = generator(42);
    assertThat(generator.gaussian()).isEqualTo(-0.14409032957792836);
    assertThat(generator.uniform()).isEqualTo(0.27502931836911926);
    assertThat(generator.gaussian()).isEqualTo(-0.1729036003315193);
    assertThat(generator.gaussian()).isEqualTo(0.2735990065583831);
    assertThat(generator.below(10)).isEqualTo(8);
  }

  @Test
  void largeBoundsAreAsPublished() {
    Generator generator = generator(42);
    assertThat(Golden.draws(() -> generator.below((1 << 30) + 1), 3))
        .containsExactly(239081663, 53710184, 590620971);
    assertThat(Golden.draws(() -> generator.below(Integer.MAX_VALUE), 3))
        .containsExactly(525901256, 479341423, 299655412);
  }

  @Test
  void aBoundOfOneDrawsUntilAZeroBit() {
    Generator generator = generator(42);
    assertThat(generator.below(1)).isZero();
    assertThat(generator.uniform()).isEqualTo(0.025010755222666936);
  }

  @Test
  void choicesUnderFractionsAreAsPublished() {
    Generator generator = generator(42);
    double[] weights = {0.1, 0.0, 0.7, 0.2};
    assertThat(Golden.draws(() -> generator.choice(weights), 12))
        .containsExactly(2, 0, 2, 2, 2, 2, 3, 0, 2, 0, 2, 2);
  }

  @Test
  void theSignOfTheSeedIsIgnored() {
    assertThat(generator(-42).state()).isEqualTo(generator(42).state());
  }

  @Test
  void impossibleTwistersAreRejected() {
    long[] zeros = generator(42).state();
    Arrays.fill(zeros, 1, 625, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> generator(42).restore(zeros))
        .withMessage("twister words are all 0: they would stay so for ever");
    long[] wide = generator(42).state();
    wide[3] = 1L << 32;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> generator(42).restore(wide))
        .withMessage("twister word 2 = 4294967296 must be in 0 .. 4294967295");
    long[] beyond = generator(42).state();
    beyond[625] = 625;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> generator(42).restore(beyond))
        .withMessage("twister position = 625 must be in 0 .. 624");
  }
}
