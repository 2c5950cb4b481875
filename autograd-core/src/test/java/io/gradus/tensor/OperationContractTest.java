package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.tensor.Operations.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every operation promises, tried on all of [Operations].
class OperationContractTest {
  /// Near the cube root of the spacing of doubles, where the error of rounding, ε/h, and that of
  /// the formula, h²/6 of the third derivative, are about equal; both are far below 1e-7 here.
  private static final double STEP = 1e-5;

  private static final double SLOPE_TOLERANCE = 1e-7;

  /// Some tens of roundings of floats, relative to the largest number of a tensor.
  private static final double FLOAT_TOLERANCE = 4e-6;

  static List<Sample> samples() {
    return Operations.all();
  }

  /// Each in both types.
  static Stream<Sample> typedSamples() {
    return Arrays.stream(DType.values())
        .flatMap(type -> samples().stream().map(sample -> sample.in(type)));
  }

  /// Those with some numbers: a composition has no largest of none.
  static Stream<Sample> rowSamples() {
    return typedSamples()
        .filter(sample -> sample.operation() instanceof Fused)
        .filter(sample -> sample.inputs().getFirst().shape().size() > 0);
  }

  static Stream<Sample> jointSamples() {
    return typedSamples().filter(sample -> sample.operation() instanceof Joint);
  }

  static Stream<Sample> savingSamples() {
    return typedSamples().filter(sample -> sample.operation() instanceof Saving);
  }

  static Stream<Sample> binarySamples() {
    return typedSamples().filter(sample -> sample.operation() instanceof Binary);
  }

  @Test
  void noOperationIsMissing() {
    Set<Class<?>> tried = new HashSet<>();
    samples().forEach(sample -> tried.add(sample.operation().getClass()));
    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            family(Operation.class)
                .distinct() // Affine is a product and fused
                .filter(type -> type != CustomOperation.class)
                .toList());
  }

  private static Stream<Class<?>> family(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(OperationContractTest::family)
        : Stream.of(type);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theFormulaIsOneLineAndTheNameIsLowerCase(Sample sample) {
    assertThat(sample.operation().formula()).isNotBlank().doesNotContain("\n");
    assertThat(sample.operation().name()).matches("[a-z][a-z0-9 ]*(\\(.*\\))?");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theGradientIsTheSlope(Sample sample) {
    requireSlopes(sample, OperationContractTest::weightedSum);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theGradientOfTheGradientIsItsSlope(Sample sample) {
    requireSlopes(sample, OperationContractTest::weightedSumOfGradients);
  }

  private static Tensor weightedSum(Sample sample) {
    Tensor y = sample.value();
    return y.mul(Numbers.ANY.other(y.shape().lengths()).to(y.dtype())).sum();
  }

  private static Tensor weightedSumOfGradients(Sample sample) {
    Gradients gradients = Autograd.backwardWithGraph(weightedSum(sample));
    Tensor sum = Tensor.scalar(0, DType.FLOAT64);
    for (Tensor x : sample.inputs()) {
      sum = sum.add(gradients.of(x).mul(Numbers.POSITIVE.tensor(x.shape().lengths())).sum());
    }
    return sum;
  }

  /// That the gradient of each number of each input is what a small step makes of the result.
  private static void requireSlopes(Sample sample, Function<Sample, Tensor> result) {
    Gradients gradients = Autograd.backward(result.apply(sample));
    for (int i = 0; i < sample.inputs().size(); i++) {
      Tensor x = sample.inputs().get(i);
      double[] numbers = x.toDoubles();
      double[] slopes =
          gradients.find(x).map(Tensor::toDoubles).orElseGet(() -> new double[numbers.length]);
      assertThat(slopes).hasSameSizeAs(numbers);
      for (int n = 0; n < numbers.length; n++) {
        double above = result.apply(shifted(sample, i, n, STEP)).item();
        double below = result.apply(shifted(sample, i, n, -STEP)).item();
        double slope = (above - below) / (2 * STEP);
        assertThat(slopes[n])
            .as("input %d at %d", i, n)
            .isCloseTo(slope, within(SLOPE_TOLERANCE * Math.max(1, Math.abs(slope))));
      }
    }
  }

  private static Sample shifted(Sample sample, int input, int place, double by) {
    List<Tensor> inputs = new ArrayList<>(sample.inputs());
    double[] numbers = inputs.get(input).toDoubles();
    numbers[place] += by;
    inputs.set(input, Tensor.of(numbers, inputs.get(input).shape().lengths()));
    return new Sample(sample.operation(), inputs);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void floatsComeCloseToDoubles(Sample sample) {
    Sample narrow = sample.in(DType.FLOAT32);
    Sample wide = new Sample(narrow.operation(), narrow.in(DType.FLOAT64).inputs());
    requireClose(narrow.value(), wide.value());
    Gradients narrows = Autograd.backward(weightedSum(narrow));
    Gradients wides = Autograd.backward(weightedSum(wide));
    for (int i = 0; i < sample.inputs().size(); i++) {
      requireClose(narrows.of(narrow.inputs().get(i)), wides.of(wide.inputs().get(i)));
    }
  }

  private static void requireClose(Tensor narrow, Tensor wide) {
    double[] expected = wide.toDoubles();
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    assertThat(narrow.shape()).isEqualTo(wide.shape());
    assertThat(narrow.toDoubles())
        .containsExactly(expected, within(FLOAT_TOLERANCE * Math.max(1, largest)));
  }

  @ParameterizedTest
  @MethodSource("typedSamples")
  void theLayoutOfTheInputsReachesNoBit(Sample sample) {
    for (UnaryOperator<Tensor> layout : LAYOUTS) {
      requireSame(
          new Sample(sample.operation(), sample.inputs().stream().map(layout).toList()), sample);
    }
  }

  /// The same numbers, elsewhere in an array: with gaps, behind others, the last axis first.
  private static final List<UnaryOperator<Tensor>> LAYOUTS =
      List.of(
          x -> beside(x).select(-1, 1).detach(),
          x -> Tensor.concatenate(0, List.of(x.unsqueeze(0), x.unsqueeze(0))).select(0, 1).detach(),
          x -> reversed(Copies.copy(reversed(x))).detach());

  private static Tensor beside(Tensor x) {
    Tensor last = x.unsqueeze(-1);
    return Tensor.concatenate(-1, List.of(last.mul(Double.NaN), last));
  }

  private static Tensor reversed(Tensor x) {
    int rank = x.shape().rank();
    int[] order = new int[rank];
    Arrays.setAll(order, axis -> rank - 1 - axis);
    return x.permute(order);
  }

  @ParameterizedTest
  @MethodSource("typedSamples")
  void whatAWorkspaceHeldBeforeReachesNoBit(Sample sample) {
    var workspace = new Workspace();
    var poisoned =
        new Sample(
            sample.operation(),
            sample.inputs().stream().map(x -> x.mul(Double.NaN).detach()).toList());
    workspace.run(() -> Autograd.backward(weightedSum(poisoned)));
    workspace.run(() -> requireSame(sample, sample.in(sample.inputs().getFirst().dtype())));
    workspace.run(() -> Autograd.backward(weightedSum(poisoned)));
    Tensor inside = workspace.call(() -> sample.value().kept());
    assertThat(inside.toDoubles()).isEqualTo(sample.value().toDoubles());
  }

  @ParameterizedTest
  @MethodSource("binarySamples")
  void broadcastingIsRepeating(Sample sample) {
    Shape shape = sample.value().shape();
    List<Tensor> repeated = sample.inputs().stream().map(x -> x.expand(shape)).toList();
    Tensor whole = new Sample(sample.operation(), repeated).value();
    assertThat(sample.value().toDoubles()).isEqualTo(whole.toDoubles());
    Gradients own = Autograd.backward(weightedSum(sample));
    Gradients others = Autograd.backward(weightedSum(new Sample(sample.operation(), repeated)));
    for (Tensor x : sample.inputs()) {
      assertThat(own.of(x).shape()).isEqualTo(x.shape());
      assertThat(own.of(x).toDoubles()).isEqualTo(others.of(x).toDoubles());
    }
  }

  @ParameterizedTest
  @MethodSource("rowSamples")
  void aFusedOperationEqualsItsCompositionInEveryBit(Sample sample) {
    Tensor composed = ((Fused) sample.operation()).composition(sample.inputs());
    assertThat(sample.value().shape()).isEqualTo(composed.shape());
    assertThat(sample.value().toDoubles()).isEqualTo(composed.toDoubles());
  }

  @ParameterizedTest
  @MethodSource("typedSamples")
  void aPullbackFitsItsInput(Sample sample) {
    Tensor y = sample.value();
    for (int i = 0; i < sample.inputs().size(); i++) {
      Tensor x = sample.inputs().get(i);
      Tensor dx = sample.operation().pullback(i, y, sample.inputs(), y);
      assertThat(Broadcasting.reaches(x.shape(), dx.shape())).isTrue();
      assertThat(dx.dtype()).isEqualTo(x.dtype());
    }
  }

  /// The pullbacks are those of the expression that is differentiated again, the joint gradients
  /// those of a kernel.
  @ParameterizedTest
  @MethodSource("jointSamples")
  void jointGradientsAreThePullbacksInEveryBit(Sample sample) {
    Tensor y = sample.value();
    List<Tensor> joint =
        Autograd.withoutGraph(() -> ((Joint) sample.operation()).gradients(y, sample.inputs(), y));
    assertThat(joint).hasSameSizeAs(sample.inputs());
    for (int i = 0; i < joint.size(); i++) {
      Tensor x = sample.inputs().get(i);
      Tensor dx = sample.operation().pullback(i, y, sample.inputs(), y);
      assertThat(summed(joint.get(i), x).toDoubles()).isEqualTo(summed(dx, x).toDoubles());
    }
  }

  @ParameterizedTest
  @MethodSource("savingSamples")
  void whatIsSavedMakesTheSameValueAndGradientsInEveryBit(Sample sample) {
    var saving = (Saving) sample.operation();
    Saving.Result result = saving.forwardSaving(sample.inputs());
    Tensor y = sample.value();
    assertThat(result.y().shape()).isEqualTo(y.shape());
    assertThat(result.y().toDoubles()).isEqualTo(y.toDoubles());
    if (y.dtype() == DType.FLOAT64) {
      assertThat(result.saved()).isEmpty();
    }
    if (!result.saved().isEmpty()) {
      List<Tensor> gradients =
          Autograd.withoutGraph(() -> saving.gradients(y, sample.inputs(), result.saved()));
      assertThat(gradients).hasSameSizeAs(sample.inputs());
      for (int i = 0; i < gradients.size(); i++) {
        Tensor x = sample.inputs().get(i);
        Tensor dx = sample.operation().pullback(i, y, sample.inputs(), y);
        assertThat(summed(gradients.get(i), x).toDoubles()).isEqualTo(summed(dx, x).toDoubles());
      }
    }
  }

  private static Tensor summed(Tensor dx, Tensor x) {
    return dx.shape().equals(x.shape())
        ? dx
        : dx.sum(Broadcasting.repeatedAxes(x.shape(), dx.shape())).reshape(x.shape());
  }

  /// That values and gradients are equal, bit for bit.
  private static void requireSame(Sample one, Sample other) {
    assertThat(one.value().shape()).isEqualTo(other.value().shape());
    assertThat(one.value().toDoubles()).isEqualTo(other.value().toDoubles());
    Gradients ones = Autograd.backward(weightedSum(one));
    Gradients others = Autograd.backward(weightedSum(other));
    for (int i = 0; i < one.inputs().size(); i++) {
      assertThat(ones.of(one.inputs().get(i)).toDoubles())
          .as("the gradient of input %d", i)
          .isEqualTo(others.of(other.inputs().get(i)).toDoubles());
    }
  }
}
