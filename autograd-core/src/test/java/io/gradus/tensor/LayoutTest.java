package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// When another shape needs no copy.
class LayoutTest {
  private static final Layout ROWS = Layout.rowMajor(Shape.of(2, 3, 8));

  @Test
  void aGapIsNoHindranceWhereAnAxisIsCutInTwo() {
    Layout part = ROWS.sliced(2, 4, 4, 1); // (2, 3, 4) with gaps of 4
    assertThat(part.viewed(Shape.of(2, 3, 2, 2)).orElseThrow().strides())
        .containsExactly(24, 8, 2, 1);
    assertThat(part.viewed(Shape.of(6, 4)).orElseThrow().strides()).containsExactly(8, 1);
    assertThat(part.viewed(Shape.of(6, 4)).orElseThrow().offset()).isEqualTo(4);
    assertThat(part.viewed(Shape.of(24))).isEmpty();
    assertThat(part.viewed(Shape.of(2, 12))).isEmpty();
  }

  @Test
  void axesOfOneComeAndGo() {
    Layout part = ROWS.sliced(0, 1, 1, 1).permuted(new int[] {0, 2, 1}); // (1, 8, 3)
    assertThat(part.viewed(Shape.of(8, 3)).orElseThrow().strides()).containsExactly(1, 8);
    assertThat(part.viewed(Shape.of(8, 1, 3)).orElseThrow().strides()[2]).isEqualTo(8);
    assertThat(part.viewed(Shape.of(24))).isEmpty();
    assertThat(part.viewed(Shape.of(4, 6))).isEmpty();
  }

  @Test
  void aRepeatedNumberIsJoinedWithItself() {
    Layout one = Layout.rowMajor(Shape.SCALAR).expanded(Shape.of(2, 3));
    assertThat(one.viewed(Shape.of(6)).orElseThrow().strides()).containsExactly(0);
    Layout row = Layout.rowMajor(Shape.of(3)).expanded(Shape.of(2, 3));
    assertThat(row.viewed(Shape.of(6))).isEmpty();
  }
}
