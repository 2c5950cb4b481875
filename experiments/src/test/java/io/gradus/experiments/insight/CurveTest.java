package io.gradus.experiments.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static SortedMap<Integer, Double> series(double... numbers) {
    SortedMap<Integer, Double> series = new TreeMap<>();
    for (int i = 0; i < numbers.length; i++) {
      series.put(i + 1, numbers[i]);
    }
    return series;
  }

  /// The means of (1, 3), (5, 7) and of 9 alone.
  @Test
  void aPieceIsTheMeanOfABlock() {
    Curve curve = Curve.of("train/loss", series(1, 3, 5, 7, 9), 2);
    assertThat(curve.smooth())
        .containsExactly(
            new Curve.Piece(1, 2, 2, 1, 3),
            new Curve.Piece(3, 4, 6, 5, 7),
            new Curve.Piece(5, 5, 9, 9, 9));
    assertThat(curve.smooth().getFirst().middle()).isEqualTo(1.5);
  }

  @Test
  void whatIsNotFiniteIsLeftOutAndCounted() {
    Curve curve = Curve.of("x", series(1, Double.NaN, 3, Double.POSITIVE_INFINITY), 2);
    assertThat(curve.numbers()).isEqualTo(2);
    assertThat(curve.leftOut()).isEqualTo(2);
    assertThat(curve.smooth()).containsExactly(new Curve.Piece(1, 3, 2, 1, 3));
    assertThat(Curve.of("x", series(Double.NaN)).smooth()).isEmpty();
  }

  /// 1,000 is the block of the lecture for its 200,000 steps.
  @Test
  void theBlockLeavesAtMostTwoHundredPoints() {
    assertThat(Curve.blockFor(200)).isEqualTo(1);
    assertThat(Curve.blockFor(201)).isEqualTo(2);
    assertThat(Curve.blockFor(1001)).isEqualTo(10);
    assertThat(Curve.blockFor(200_000)).isEqualTo(1000);
  }

  @Test
  void aLongCurveHasFewRawPieces() {
    double[] numbers = new double[100_000];
    numbers[77_777] = 5;
    Curve curve = Curve.of("x", series(numbers));
    assertThat(curve.raw()).hasSizeLessThanOrEqualTo(700);
    assertThat(curve.raw()).anyMatch(piece -> piece.most() == 5); // no spike is lost
    assertThat(curve.smooth()).hasSize(200);
  }

  @Test
  void aBlockLongerThanTheRunIsOnePiece() {
    assertThat(Curve.of("x", series(2, 4), Integer.MAX_VALUE).smooth())
        .containsExactly(new Curve.Piece(1, 2, 3, 2, 4));
  }
}
