package io.gradus.experiments.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.experiments.insight.EmbeddingMap.Neighbour;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingMapTest {
  /// a = (1, 0) and b = (2, 0) point the same way, c = (0, 3) across it, d = (-1, 0) back.
  @Test
  void twoColumnsAreThePlaces() {
    EmbeddingMap map =
        EmbeddingMap.of(
            "table", List.of("a", "b", "c", "d"), new double[][] {{1, 0}, {2, 0}, {0, 3}, {-1, 0}});
    assertThat(map.projected()).isFalse();
    EmbeddingMap.Place a = map.places().getFirst();
    assertThat(List.of(a.x(), a.y())).containsExactly(1.0, 0.0);
    assertThat(a.neighbours())
        .containsExactly(new Neighbour("b", 1), new Neighbour("c", 0), new Neighbour("d", -1));
  }

  @Test
  void moreColumnsAreProjectedOnTheTwoThatShowMost() {
    EmbeddingMap map =
        EmbeddingMap.of(
            "table", List.of("a", "b", "c"), new double[][] {{9, 0, 0}, {-9, 0, 0}, {0, 0, 0}});
    assertThat(map.projected()).isTrue();
    assertThat(map.places().get(1).x()).isCloseTo(-9, within(1e-12));
    assertThat(map.shares().getFirst()).isCloseTo(1, within(1e-12));
  }

  @Test
  void oneColumnIsALineAndAZeroRowHasNoDirection() {
    EmbeddingMap map = EmbeddingMap.of("table", List.of("a", "b"), new double[][] {{2}, {0}});
    assertThat(map.places().getFirst().x()).isEqualTo(2);
    assertThat(map.places().getFirst().neighbours()).containsExactly(new Neighbour("b", 0));
  }
}
