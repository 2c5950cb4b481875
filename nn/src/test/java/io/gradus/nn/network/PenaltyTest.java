package io.gradus.nn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradus.nn.Parameters;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.DType;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PenaltyTest {
  private static final Tensor TEN = Tensor.full(Shape.of(), 10, DType.FLOAT64);
  private static final Parameter FIRST = new Parameter("first", Tensor.of(new double[] {1, 2}, 2));
  private static final Parameter SECOND = new Parameter("second", Tensor.of(new double[] {-4}, 1));

  private static final Parameters BOTH =
      new Parameters(
          List.of(new Parameters.Entry<>("first", FIRST), new Parameters.Entry<>("second", SECOND)),
          List.of());

  /// (1 + 4 + 16) / 3 = 7, and the gradient of w is 2w/3.
  @Test
  void theMeanIsOverAllNumbersOfAllParameters() {
    Tensor loss = new Penalty(0.5, Penalty.Over.MEAN, List.of("*")).added(TEN, both());
    assertThat(loss.item()).isEqualTo(13.5);
    assertThat(Autograd.backward(loss, both()).find(SECOND.value()).orElseThrow().toDoubles())
        .containsExactly(-4.0 / 3);
  }

  @Test
  void theSumIsWhatItSays() {
    var penalty = new Penalty(0.5, Penalty.Over.SUM, List.of("first"));
    Goal goal = Goal.of(Small.CROSS_ENTROPY, Optional.of(penalty), BOTH);
    assertThat(goal.charged()).containsExactly(FIRST);
    assertThat(penalty.added(TEN, goal.charged()).item()).isEqualTo(12.5);
  }

  @Test
  void aNameThatMeansNothingIsRefused() {
    var penalty = new Penalty(1, Penalty.Over.MEAN, List.of("third"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Goal.of(Small.CROSS_ENTROPY, Optional.of(penalty), BOTH))
        .withMessageEndingWith("match: 'third' matches no parameter; there are first, second");
  }

  private static List<Parameter> both() {
    return List.of(FIRST, SECOND);
  }
}
