package io.gradus.nn.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradus.nn.Answers;
import io.gradus.nn.LossSpec;
import io.gradus.nn.LossSpec.Wants;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.DType;
import io.gradus.tensor.Indices;
import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LossesTest {
  private static final Offset<Double> ROUNDING = within(1e-14);
  private static final double LN_2 = StrictMath.log(2);
  private static final double LN_3 = StrictMath.log(3);

  /// Three predictions, one each.
  private static final Tensor OUTPUT = Tensor.of(new double[] {0, 2, -3}, 3, 1);

  static List<LossSpec> ofNumbers() {
    return List.of(
        new Mse(Reduction.MEAN),
        new Mae(Reduction.MEAN),
        new Huber(1, Reduction.MEAN),
        new BceWithLogits(Reduction.MEAN),
        new Hinge(Reduction.MEAN));
  }

  static List<LossSpec> ofClasses() {
    return List.of(
        new CrossEntropy(0, Reduction.MEAN, Optional.empty()),
        new Nll(Reduction.MEAN, Optional.empty()));
  }

  private static Answers numbers(double... numbers) {
    return new Answers.Numbers(Tensor.of(numbers, numbers.length));
  }

  private static Answers classes(int... classes) {
    return new Answers.Classes(Indices.of(classes));
  }

  /// That the sum is three times the mean, and what it is.
  private static void assertSum(LossSpec mean, LossSpec sum, Answers answers, double expected) {
    assertThat(mean.of(OUTPUT, answers).item()).isCloseTo(expected / 3, ROUNDING);
    assertThat(sum.of(OUTPUT, answers).item()).isCloseTo(expected, ROUNDING);
  }

  @Test
  void distancesAreSquaredOrNot() {
    Answers answers = numbers(0.5, 2, -1); // distances 1/2, 0 and 2
    assertSum(new Mse(Reduction.MEAN), new Mse(Reduction.SUM), answers, 0.25 + 4);
    assertSum(new Mae(Reduction.MEAN), new Mae(Reduction.SUM), answers, 0.5 + 2);
    assertSum(
        new Huber(1, Reduction.MEAN), new Huber(1, Reduction.SUM), answers, 0.125 + (2 - 0.5));
    assertSum(
        new Huber(1.5, Reduction.MEAN),
        new Huber(1.5, Reduction.SUM),
        answers,
        0.125 + 1.5 * (2 - 0.75));
  }

  @Test
  void aHingeWantsAMarginOf1() {
    Answers answers = numbers(1, 1, 1); // margins 0, 2 and -3
    assertSum(new Hinge(Reduction.MEAN), new Hinge(Reduction.SUM), answers, 1 + 0 + 4);
  }

  @Test
  void logitsAreComparedWithProbabilities() {
    Tensor logits = Tensor.of(new double[] {0, LN_3, LN_3}, 3);
    double loss = new BceWithLogits(Reduction.SUM).of(logits, numbers(0.5, 1, 0)).item();
    assertThat(loss).isCloseTo(LN_2 - StrictMath.log(0.75) - StrictMath.log(0.25), ROUNDING);
  }

  @Test
  void scoresAreComparedWithClasses() {
    Tensor scores = Tensor.of(new double[] {0, LN_3, 5, 5}, 2, 2); // 1/4, 3/4; 1/2, 1/2
    double loss =
        new CrossEntropy(0, Reduction.SUM, Optional.empty()).of(scores, classes(1, 0)).item();
    assertThat(loss).isCloseTo(-StrictMath.log(0.75) + LN_2, ROUNDING);
    Tensor logs = scores.logSoftmax(-1);
    assertThat(new Nll(Reduction.SUM, Optional.empty()).of(logs, classes(1, 0)).item())
        .isCloseTo(loss, ROUNDING);
    assertThat(new Nll(Reduction.MEAN, Optional.empty()).of(logs, classes(1, 0)).item())
        .isCloseTo(loss / 2, ROUNDING);
  }

  @Test
  void whereNoClassIsRightNothingCounts() {
    Tensor scores = Tensor.of(new double[] {0, LN_3, 5, 5}, 2, 2);
    Answers answers = classes(-1, 0);
    assertThat(answers.count()).isEqualTo(1);
    for (Reduction reduction : Reduction.values()) {
      assertThat(new CrossEntropy(0, reduction, Optional.empty()).of(scores, answers).item())
          .isCloseTo(LN_2, ROUNDING);
    }
    assertThat(new Nll(Reduction.MEAN, Optional.empty()).of(scores.logSoftmax(-1), answers).item())
        .isCloseTo(LN_2, ROUNDING);
  }

  /// A tenth is spread: 0.95 at the right class and 0.05 at the other.
  @Test
  void smoothingSpreadsSomeOfTheProbability() {
    Tensor scores = Tensor.of(new double[] {0, LN_3}, 1, 2);
    assertThat(
            new CrossEntropy(0.1, Reduction.MEAN, Optional.empty()).of(scores, classes(1)).item())
        .isCloseTo(-0.95 * StrictMath.log(0.75) - 0.05 * StrictMath.log(0.25), ROUNDING);
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void answersTakeTheTypeAndTheShapeOfTheOutput(DType type) {
    Tensor output = OUTPUT.to(type).detach();
    Tensor loss = new Mse(Reduction.SUM).of(output, numbers(1, 2, -3));
    assertThat(loss.dtype()).isEqualTo(type);
    assertThat(loss.item()).isEqualTo(1);
    Tensor gradient = Autograd.backward(loss).of(output);
    assertThat(gradient.shape()).isEqualTo(output.shape());
    assertThat(gradient.toDoubles()).containsExactly(-2, 0, 0);
  }

  /// As many numbers in another order are a mistake that would go unseen.
  @Test
  void shapesMayDifferInAxesOfLength1Only() {
    var mse = new Mse(Reduction.MEAN);
    assertThatThrownBy(() -> mse.of(OUTPUT, numbers(1, 2)))
        .hasMessage(
            "predictions (3, 1) with answers (2): one answer for each prediction is wanted");
    Tensor across = Tensor.of(new double[6], 2, 3);
    var down = new Answers.Numbers(Tensor.of(new double[6], 3, 2));
    assertThatThrownBy(() -> mse.of(across, down))
        .hasMessage(
            "predictions (2, 3) with answers (3, 2): one answer for each prediction is wanted");
    Tensor row = Tensor.of(new double[] {1, 2, 3}, 1, 3, 1);
    assertThat(mse.of(row, numbers(1, 2, 3)).item()).isZero();
  }

  @ParameterizedTest
  @MethodSource("ofNumbers")
  void aLossOfNumbersRefusesClasses(LossSpec loss) {
    assertThat(loss.wants()).isEqualTo(Wants.NUMBERS);
    assertThatThrownBy(() -> loss.of(OUTPUT, classes(0, 0, 0)))
        .hasMessage("predictions (3, 1) are compared with numbers, and classes were given");
  }

  @ParameterizedTest
  @MethodSource("ofClasses")
  void aLossOfClassesRefusesNumbers(LossSpec loss) {
    assertThat(loss.wants()).isEqualTo(Wants.CLASSES);
    assertThatThrownBy(() -> loss.of(OUTPUT, numbers(0, 0, 0)))
        .hasMessage("scores (3, 1) are compared with classes, and numbers were given");
  }

  @Test
  void settingsOutsideTheirBoundsAreRefused() {
    assertThatThrownBy(() -> new Huber(0, Reduction.MEAN))
        .hasMessage("delta = 0.0 must be above 0");
    assertThatThrownBy(() -> new CrossEntropy(2, Reduction.MEAN, Optional.empty()))
        .hasMessage("smoothing = 2.0 is outside [0, 1]");
  }

  @Test
  void anIgnoredClassDoesNotCount() {
    Tensor scores = Tensor.of(new double[] {1, 2, 3, 5, 0, 1}, 2, 3);
    var ignoring = new CrossEntropy(0, Reduction.MEAN, Optional.of(2));

    Answers counted = ignoring.counted(classes(2, 0));

    assertThat(counted.count()).isEqualTo(1);
    // only the second row: ln(e^5 + e^0 + e^1) - 5
    assertThat(ignoring.of(scores, counted).item())
        .isCloseTo(Math.log(Math.exp(5) + 1 + Math.E) - 5, ROUNDING);
    assertThat(new CrossEntropy(0, Reduction.MEAN, Optional.empty()).counted(classes(2, 0)).count())
        .isEqualTo(2);
  }
}
