package io.gradus.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PhiloxTest implements GeneratorContract {
  @Override
  public Generator generator(long seed) {
    return new Philox(seed);
  }

  @Override
  public Generator stranger() {
    return new CPython(42);
  }

  @ParameterizedTest
  @MethodSource
  void drawsAreFrozen(Golden golden) {
    golden.requireOf(Philox::new, 0);
  }

  static Stream<Golden> drawsAreFrozen() {
    return Stream.of(
        new Golden(
            0L,
            List.of(0.3990464708489645, 0.7357127844834425, 0.9722412015223156),
            List.of(-0.09047305844120267, -1.0051318150657187, -0.9238335510946979),
            List.of(6, 9, 0, 2, 1, 8, 4, 5, 7, 3),
            List.of(2, 4, 4, 4, 0, 1, 4, 3),
            List.of(0, 1, 4, 605, 2087872081)),
        new Golden(
            1L,
            List.of(0.8902591729757107, 0.5857259483801359, 0.6719982688953429),
            List.of(-1.8045566902006256, -1.0783518786465611, -1.4756192460492585),
            List.of(2, 0, 3, 1, 5, 6, 7, 4, 9, 8),
            List.of(4, 3, 4, 3, 2, 4, 4, 1),
            List.of(0, 1, 3, 711, 1443105292)),
        new Golden(
            42L,
            List.of(0.6129598811894158, 0.07323173744158384, 0.9877186509145105),
            List.of(1.234541820550271, 0.6118499355304586, -2.9550533475152116),
            List.of(7, 3, 8, 9, 1, 5, 2, 0, 4, 6),
            List.of(3, 1, 4, 3, 4, 3, 4, 3),
            List.of(0, 0, 0, 340, 2121109650)),
        new Golden(
            -1L,
            List.of(0.4478220364738066, 0.6220960689556477, 0.10154468223791424),
            List.of(-0.7845712521282321, -0.7564507414744206, -0.34913542653997426),
            List.of(3, 5, 7, 2, 1, 6, 8, 9, 0, 4),
            List.of(3, 3, 1, 3, 1, 4, 3, 2),
            List.of(0, 0, 3, 134, 218065544)),
        new Golden(
            4294967296L,
            List.of(0.9916723994488107, 0.20118595819152085, 0.8005833277448138),
            List.of(0.9343173245362736, 2.950154396607097, -0.05936914911601869),
            List.of(0, 6, 3, 2, 7, 4, 5, 1, 8, 9),
            List.of(4, 2, 4, 4, 3, 2, 4, 4),
            List.of(0, 1, 1, 847, 1719239604)),
        new Golden(
            Long.MAX_VALUE,
            List.of(0.19884202852328736, 0.9723579408724224, 0.03201049677339618),
            List.of(0.6558607394660859, -0.11506935950586022, 0.05612215419912248),
            List.of(8, 2, 9, 4, 3, 6, 0, 7, 5, 1),
            List.of(1, 4, 0, 4, 3, 3, 2, 1),
            List.of(0, 1, 5, 52, 68742017)),
        new Golden(
            Long.MIN_VALUE,
            List.of(0.6410539090879702, 0.009335486301126017, 0.8851871202141546),
            List.of(1.4290289930052704, 0.08391823324292301, -0.1343445123477678),
            List.of(9, 3, 8, 1, 7, 5, 2, 0, 4, 6),
            List.of(3, 0, 4, 2, 3, 1, 4, 4),
            List.of(0, 1, 0, 355, 1900924865)));
  }

  @ParameterizedTest
  @CsvSource({
    // counter (4 words), key (2 words), block (4 words), each lowest first
    "00000000 00000000 00000000 00000000, 00000000 00000000, 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
    "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff, 408f276d 41c83b0e a20bc7c6 6d5451fd",
    "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0, d16cfe09 94fdcceb 5001e420 24126ea1"
  })
  void blocksAreThoseOfRandom123(String counter, String key, String block) {
    int[] c = words(counter);
    int[] k = words(key);
    assertThat(Philox.block(pair(k[0], k[1]), pair(c[0], c[1]), pair(c[2], c[3])))
        .isEqualTo(words(block));
  }

  @Test
  void theTenThousandthUniformIsFrozen() {
    Generator generator = generator(42);
    Golden.draws(generator::uniform, 9_999);
    assertThat(generator.uniform()).isEqualTo(0.5837997148317299);
  }

  @Test
  void shufflesOfManySizesAreFrozen() {
    assertThat(Golden.shuffled(generator(42), 1)).isEqualTo(List.of(0));
    assertThat(Golden.shuffled(generator(42), 2)).isEqualTo(List.of(0, 1));
    assertThat(Golden.shuffled(generator(42), 3)).isEqualTo(List.of(2, 0, 1));
    assertThat(Golden.shuffled(generator(42), 17))
        .isEqualTo(List.of(8, 0, 14, 2, 11, 6, 9, 16, 15, 13, 5, 3, 12, 4, 1, 7, 10));
    assertThat(Golden.shuffled(generator(42), 1_000).hashCode()).isEqualTo(1087222553);
    assertThat(Golden.shuffled(generator(42), 32_033).hashCode()).isEqualTo(366526663);
  }

  @Test
  void aThousandGaussiansAreFrozenToTheLastBit() {
    assertThat(Golden.draws(generator(42)::gaussian, 1_000).hashCode()).isEqualTo(-880553663);
  }

  @Test
  void theSpareGaussianWaitsWhileOtherNumbersAreDrawn() {
    Generator generator = generator(42);
    assertThat(generator.gaussian()).isEqualTo(1.234541820550271);
    assertThat(generator.uniform()).isEqualTo(0.9877186509145105);
    assertThat(generator.gaussian()).isEqualTo(0.6118499355304586);
    assertThat(generator.gaussian()).isEqualTo(0.5511211721231383);
    assertThat(generator.below(10)).isEqualTo(6);
  }

  @Test
  void largeBoundsAreFrozen() {
    Generator generator = generator(42);
    assertThat(Golden.draws(() -> generator.below((1 << 30) + 1), 3))
        .containsExactly(658160661, 78631979, 1060554826);
    assertThat(Golden.draws(() -> generator.below(Integer.MAX_VALUE), 3))
        .containsExactly(702363262, 1103605046, 975635325);
  }

  @Test
  void aBoundOfOneTakesOneWord() {
    Generator generator = generator(42);
    assertThat(generator.below(1)).isZero();
    assertThat(generator.uniform()).isEqualTo(0.46858651821343966);
  }

  @Test
  void choicesUnderFractionsAreFrozen() {
    Generator generator = generator(42);
    double[] weights = {0.1, 0.0, 0.7, 0.2};
    assertThat(Golden.draws(() -> generator.choice(weights), 12))
        .containsExactly(2, 0, 3, 2, 3, 2, 2, 2, 2, 2, 2, 0);
  }

  @Test
  void theCounterCarriesIntoItsUpperHalf() {
    Generator generator = generator(42);
    generator.restore(withWords(generator.state(), 42, -1, 7, 2));
    generator.uniform();
    assertThat(generator.state()).isEqualTo(withWords(generator.state(), 42, 0, 8, 0));
    int[] block = Philox.block(42, 0, 8);
    long bits = pair(block[1], block[0]) >>> 11;
    assertThat(generator.uniform()).isEqualTo(bits * 0x1p-53);
  }

  @Test
  void aStateBeyondItsBlockIsRejected() {
    Generator generator = generator(42);
    for (long used : List.of(-1L, 4L)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> generator.restore(withWords(generator.state(), 42, 0, 0, used)))
          .withMessage("used words of the block = " + used + " must be in 0 .. 3");
    }
  }

  private static long[] withWords(long[] state, long... words) {
    long[] changed = state.clone();
    System.arraycopy(words, 0, changed, 1, words.length);
    return changed;
  }

  private static int[] words(String hexadecimal) {
    return Stream.of(hexadecimal.split(" ", -1))
        .mapToInt(word -> Integer.parseUnsignedInt(word, 16))
        .toArray();
  }

  private static long pair(int low, int high) {
    return ((long) high << 32) | Integer.toUnsignedLong(low);
  }
}
