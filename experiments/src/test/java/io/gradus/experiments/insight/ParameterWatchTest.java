package io.gradus.experiments.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradus.experiments.insight.ParameterHistory.Jump;
import io.gradus.experiments.insight.ParameterHistory.Moment;
import io.gradus.experiments.insight.ParameterHistory.Trace;
import io.gradus.experiments.insight.ParameterWatch.Part;
import io.gradus.experiments.run.RunException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterWatchTest {
  private static List<Part> weight(double... numbers) {
    return List.of(new Part("w", new long[] {numbers.length}, numbers));
  }

  private static ParameterHistory seen(double[]... snapshots) {
    var watch = new ParameterWatch("w", weight(snapshots[0]));
    for (int i = 0; i < snapshots.length; i++) {
      watch.see(10 * i, weight(snapshots[i]));
    }
    return watch.history();
  }

  /// Of (3, 4): the norm is 5, the mean 3.5, the deviation 0.5.
  @Test
  void aSnapshotIsDescribedByItsMoments() {
    assertThat(seen(new double[] {3, 4}).moments())
        .containsExactly(new Moment(0, 5, 3.5, 0.5, 3, 4));
  }

  /// The first number goes 0, 1, 0, 1 and turns twice; the second 0, 1, 2, 3 and never does.
  @Test
  void aChangeAgainstTheLastOneTurnsBack() {
    ParameterHistory history =
        seen(new double[] {0, 0}, new double[] {1, 1}, new double[] {0, 2}, new double[] {1, 3});
    assertThat(history.turns()).contains(0.5);
    assertThat(history.traces().getFirst().numbers()).containsExactly(0, 1, 0, 1);
  }

  @Test
  void twoSnapshotsAndNumbersThatRestHaveNoTurns() {
    assertThat(seen(new double[] {0}, new double[] {1}).turns()).isEmpty();
    assertThat(seen(new double[] {1}, new double[] {1}, new double[] {1}).turns()).isEmpty();
    assertThat(seen(new double[] {1}, new double[] {1}).jump()).isEmpty();
  }

  @Test
  void theLargestJumpIsNamedWithItsPlace() {
    assertThat(seen(new double[] {0, 5}, new double[] {1, 5}, new double[] {1, 2}).jump())
        .contains(new Jump(10, 20, "w[1]", -3));
  }

  @Test
  void whatIsNotFiniteIsLeftOutAndCounted() {
    ParameterHistory history =
        seen(new double[] {3, 1}, new double[] {3, Double.NaN}, new double[] {4, 1});
    assertThat(history.leftOut()).isEqualTo(1);
    assertThat(history.moments().get(1)).isEqualTo(new Moment(10, 3, 3, 0, 3, 3));
    assertThat(history.jump()).contains(new Jump(10, 20, "w[0]", 1));
  }

  /// 40 numbers in a row of two tensors: every second one is followed, each under its own name.
  @Test
  void someNumbersOfManyAreFollowed() {
    List<Part> parts =
        List.of(
            new Part("a", new long[] {2, 15}, new double[30]),
            new Part("b", new long[] {10}, new double[10]));
    var watch = new ParameterWatch("both", parts);
    watch.see(0, parts);
    ParameterHistory history = watch.history();
    assertThat(history.size()).isEqualTo(40);
    assertThat(history.traces())
        .hasSize(20)
        .extracting(Trace::entry)
        .startsWith("a[0, 0]", "a[0, 2]")
        .contains("a[1, 1]", "b[0]")
        .endsWith("b[8]");
  }

  @Test
  void aParameterOfAnotherSizeIsNotTheSame() {
    var watch = new ParameterWatch("w", weight(1, 2));
    watch.see(0, weight(1, 2));
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> watch.see(5, weight(1)))
        .withMessage("'w' has 1 numbers at step 5, and 2 before");
  }
}
