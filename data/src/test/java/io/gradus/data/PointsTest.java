package io.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.random.Algorithm;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PointsTest {
  private static final PointList XOR =
      new PointList(
          List.of(List.of(0.0, 0.0), List.of(0.0, 1.0), List.of(1.0, 0.0), List.of(1.0, 1.0)),
          List.of(-1.0, 1.0, 1.0, -1.0));

  @Test
  void thePointsAreThoseThatWereWritten() {
    Points points = XOR.load(Desk.of(Algorithm.PHILOX, 1));
    assertThat(points.size()).isEqualTo(4);
    assertThat(points.form()).isEqualTo(new Form.Features(2));
    assertThat(points.points().get(1)).isEqualTo(new Points.Point(List.of(0.0, 1.0), 1));
    assertThat(points.select(3, 0).points())
        .containsExactly(
            new Points.Point(List.of(1.0, 1.0), -1), new Points.Point(List.of(0.0, 0.0), -1));
  }

  @Test
  void pointsThatDoNotFitTogetherAreRefused() {
    requireMessage(List.of(), List.of(), "inputs is empty: there must be at least one point");
    requireMessage(
        List.of(List.of(1.0), List.of(2.0)), List.of(1.0), "2 inputs need as many targets, not 1");
    requireMessage(
        List.of(List.of()), List.of(1.0), "inputs[0] is empty: a point needs at least one number");
    requireMessage(
        List.of(List.of(1.0, 2.0), List.of(3.0)),
        List.of(1.0, 1.0),
        "inputs[1] has 1 numbers, inputs[0] has 2");
  }

  private static void requireMessage(
      List<List<Double>> inputs, List<Double> targets, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PointList(inputs, targets))
        .withMessage(message);
  }

  @Test
  void eachFormSaysInWordsWhatItIs() {
    assertThat(new Form.Features(2).inWords()).isEqualTo("points");
    assertThat(new Form.Tokens(27, 0).inWords()).isEqualTo("documents of tokens");
    assertThat(new Texts(List.of("a")).form().inWords()).isEqualTo("text without a tokenizer");
  }

  @Test
  void noPointsAtAllAreRefused() {
    assertThatThrownBy(() -> new Points(List.of())).hasMessage("there must be at least one point");
  }

  @Test
  void targetsThatCountFromZeroAreClasses() {
    assertThat(formOf(0, 2, 1)).isEqualTo(new Form.Features(1, OptionalInt.of(3)));
    assertThat(formOf(0)).isEqualTo(new Form.Features(1, OptionalInt.of(1)));
    assertThat(formOf(-1, 1)).isEqualTo(new Form.Features(1));
    assertThat(formOf(0, 0.5)).isEqualTo(new Form.Features(1));
  }

  private static Form formOf(double... targets) {
    return new Points(
            Arrays.stream(targets)
                .mapToObj(target -> new Points.Point(List.of(7.0), target))
                .toList())
        .form();
  }
}
