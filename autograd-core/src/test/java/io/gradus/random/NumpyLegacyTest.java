package io.gradus.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumpyLegacyTest implements GeneratorContract {
  /// How far the C library under NumPy may round the Gaussians away from StrictMath.
  private static final int PLATFORM_ULPS = 4;

  @Override
  public Generator generator(long seed) {
    return new NumpyLegacy(seed);
  }

  @Override
  public Generator stranger() {
    return new CPython(42);
  }

  @ParameterizedTest
  @MethodSource
  void drawsAreThoseOfNumpy(Golden golden) {
    golden.requireOf(NumpyLegacy::new, PLATFORM_ULPS);
  }

  static Stream<Golden> drawsAreThoseOfNumpy() {
    return Stream.of(
        new Golden(
            0L,
            List.of(0.5488135039273248, 0.7151893663724195, 0.6027633760716439),
            List.of(1.764052345967664, 0.4001572083672233, 0.9787379841057392),
            List.of(2, 8, 4, 9, 1, 6, 7, 3, 0, 5),
            List.of(3, 4, 3, 3, 3, 3, 3, 4),
            List.of(0, 0, 5, 192, 441365315)),
        new Golden(
            1L,
            List.of(0.417022004702574, 0.7203244934421581, 0.00011437481734488664),
            List.of(1.6243453636632417, -0.6117564136500754, -0.5281717522634557),
            List.of(2, 9, 6, 4, 0, 3, 1, 7, 8, 5),
            List.of(3, 4, 0, 2, 1, 1, 1, 2),
            List.of(0, 1, 3, 908, 1857819720)),
        new Golden(
            42L,
            List.of(0.3745401188473625, 0.9507143064099162, 0.7319939418114051),
            List.of(0.4967141530112327, -0.13826430117118466, 0.6476885381006925),
            List.of(8, 1, 5, 0, 7, 2, 9, 4, 3, 6),
            List.of(2, 4, 4, 3, 1, 1, 0, 4),
            List.of(0, 0, 3, 860, 787846414)),
        new Golden(
            1337L,
            List.of(0.2620246750155817, 0.1586839721544656, 0.27812651949435974),
            List.of(-0.7031873098624105, -0.49028236278771464, -0.3218143296501526),
            List.of(6, 3, 0, 4, 5, 2, 1, 9, 8, 7),
            List.of(2, 1, 2, 3, 2, 3, 2, 4),
            List.of(0, 1, 5, 860, 913057000)),
        new Golden(
            2147483648L,
            List.of(0.15200287353446562, 0.8205427554297966, 0.7754982870984906),
            List.of(0.3184761273282464, -0.34575349241475667, 0.2255674496017024),
            List.of(7, 0, 2, 6, 9, 8, 5, 3, 1, 4),
            List.of(1, 4, 4, 3, 2, 2, 3, 3),
            List.of(0, 0, 4, 785, 1548966947)),
        new Golden(
            4294967295L,
            List.of(0.0976320289940138, 0.9123828453026218, 0.78903530185164),
            List.of(0.6484086742306527, 0.6693235306338161, -1.0805437227474493),
            List.of(6, 9, 5, 1, 8, 0, 7, 4, 2, 3),
            List.of(1, 4, 4, 4, 0, 4, 3, 1),
            List.of(0, 1, 2, 12, 269265991)));
  }

  @Test
  void theTenThousandthUniformIsAsPublished() {
    Generator generator = generator(42);
    Golden.draws(generator::uniform, 9_999);
    assertThat(generator.uniform()).isEqualTo(0.21714040403767187);
  }

  @Test
  void shufflesOfManySizesAreAsPublished() {
    assertThat(Golden.shuffled(generator(42), 1)).isEqualTo(List.of(0));
    assertThat(Golden.shuffled(generator(42), 2)).isEqualTo(List.of(1, 0));
    assertThat(Golden.shuffled(generator(42), 3)).isEqualTo(List.of(0, 1, 2));
    assertThat(Golden.shuffled(generator(42), 17))
        .isEqualTo(List.of(0, 1, 5, 15, 11, 14, 8, 13, 2, 9, 16, 4, 7, 10, 12, 3, 6));
    assertThat(Golden.shuffled(generator(42), 1_000).hashCode()).isEqualTo(-1429713145);
    assertThat(Golden.shuffled(generator(42), 32_033).hashCode()).isEqualTo(671486627);
  }

  @Test
  void aThousandGaussiansAreFrozenToTheLastBit() {
    assertThat(Golden.draws(generator(42)::gaussian, 1_000).hashCode()).isEqualTo(1890297031);
  }

  @Test
  void theSpareGaussianWaitsWhileOtherNumbersAreDrawn() {
    Generator generator = generator(42);
    assertThat(generator.gaussian()).isEqualTo(0.4967141530112327);
    assertThat(generator.uniform()).isEqualTo(0.7319939418114051);
    assertThat(generator.gaussian()).isEqualTo(-0.13826430117118466);
    assertThat(generator.gaussian()).isEqualTo(-1.1118801180469204);
    assertThat(generator.below(10)).isEqualTo(2);
  }

  @Test
  void largeBoundsAreAsPublished() {
    Generator generator = generator(42);
    assertThat(Golden.draws(() -> generator.below((1 << 30) + 1), 3))
        .containsExactly(787846414, 996406378, 423734972);
    assertThat(Golden.draws(() -> generator.below(Integer.MAX_VALUE), 3))
        .containsExactly(415968276, 670094950, 1914837113);
  }

  @Test
  void aBoundOfOneDrawsNothing() {
    Generator generator = generator(42);
    assertThat(generator.below(1)).isZero();
    assertThat(generator.uniform()).isEqualTo(0.3745401188473625);
  }

  @Test
  void choicesUnderFractionsAreAsPublished() {
    Generator generator = generator(42);
    double[] weights = {0.1, 0.0, 0.7, 0.2};
    assertThat(Golden.draws(() -> generator.choice(weights), 12))
        .containsExactly(2, 3, 2, 2, 2, 2, 0, 3, 2, 2, 0, 3);
  }

  @Test
  void aGaussianAfterAShuffleIsAsPublished() {
    Generator generator = generator(1337);
    assertThat(Golden.shuffled(generator, 10)).containsExactly(6, 3, 0, 4, 5, 2, 1, 9, 8, 7);
    assertThat(Golden.draws(generator::gaussian, 3))
        .containsExactly(-0.5572507081239421, 0.3372170084417056, 1.5488359716694058);
  }

  @Test
  void seedsOutsideThirtyTwoBitsAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> generator(-1))
        .withMessage("seed = -1 must be in 0 .. 4294967295 for NumPy's RandomState");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> generator(1L << 32))
        .withMessage("seed = 4294967296 must be in 0 .. 4294967295 for NumPy's RandomState");
  }
}
