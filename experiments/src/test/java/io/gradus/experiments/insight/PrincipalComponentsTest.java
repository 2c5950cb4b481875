package io.gradus.experiments.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  /// ±(3, 4, 0) and ±(-4, 3, 0)/5: along (3, 4)/5 by ±5, across it by ±1, so 25 : 1 of the
  /// variance.
  @Test
  void aTiltedCrossLiesAlongItsArms() {
    double[][] points = {{3, 4, 0}, {-3, -4, 0}, {-0.8, 0.6, 0}, {0.8, -0.6, 0}};
    PrincipalComponents found = PrincipalComponents.of(points, 2);
    assertThat(found.directions()[0]).containsExactly(new double[] {0.6, 0.8, 0}, within(1e-12));
    assertThat(found.directions()[1]).containsExactly(new double[] {0.8, -0.6, 0}, within(1e-12));
    assertThat(found.shares()).containsExactly(new double[] {25 / 26.0, 1 / 26.0}, within(1e-12));
    assertThat(found.scores()[0]).containsExactly(new double[] {5, 0}, within(1e-12));
    assertThat(found.scores()[3]).containsExactly(new double[] {0, 1}, within(1e-12));
  }

  /// Three points on a line in five dimensions, with another mean.
  @Test
  void morePositionsThanPointsAreLookedAtByWayOfThePoints() {
    double[][] points = {{1, 1, 1, 1, 3}, {1, 1, 1, 1, 5}, {1, 1, 1, 1, 7}};
    PrincipalComponents found = PrincipalComponents.of(points, 2);
    assertThat(found.directions()[0]).containsExactly(new double[] {0, 0, 0, 0, 1}, within(1e-12));
    assertThat(found.shares()).containsExactly(new double[] {1, 0}, within(1e-12));
    assertThat(found.scores()[2][0]).isCloseTo(2, within(1e-12));
  }

  @Test
  void theLargestEntryOfADirectionIsPositive() {
    double[][] points = {{0, -2, 0.5}, {0, 2, -0.5}};
    assertThat(PrincipalComponents.of(points, 1).directions()[0][1]).isPositive();
  }

  @Test
  void equalPointsHaveNoDirection() {
    PrincipalComponents found = PrincipalComponents.of(new double[][] {{1, 2, 3}, {1, 2, 3}}, 2);
    assertThat(found.shares()).containsExactly(0, 0);
    assertThat(Arrays.stream(found.scores()).flatMapToDouble(Arrays::stream)).containsOnly(0.0);
  }
}
