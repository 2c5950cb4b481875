package io.gradus.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.gradus.optimizers.FloatRule;
import io.gradus.optimizers.Rule;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every rule of an optimizer keeps to: a test class gives samples of one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface RuleContract {
  /// Rules, with each of the settings that they treat in their own way.
  List<RuleSample> samples();

  /// The samples that have a weight decay.
  default List<RuleSample> decayingSamples() {
    return samples().stream().filter(RuleSample::decays).toList();
  }

  @Test
  default void thereAreSamples() {
    assertThat(samples()).as("samples of a rule").isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void itsMemoryIsArraysOfTheSlicesSize(RuleSample sample) {
    for (double[] array : Steps.of(sample.rule(), 1).arrays()) {
      if (array.length != Steps.SIZE) {
        fail("%s remembers %d numbers of %d parameters", sample, array.length, Steps.SIZE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void theSameStepsGiveTheSameBits(RuleSample sample) {
    Steps first = Steps.of(sample.rule(), 1);
    if (!Steps.of(sample.rule(), 1).same(first)) {
      fail("%s moves the same parameters elsewhere the second time", sample);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void itMovesAndStaysFinite(RuleSample sample) {
    double[] w = Steps.of(sample.rule(), 1).parameters();
    if (!Arrays.stream(w).allMatch(Double::isFinite)) {
      fail("%s makes finite parameters %s", sample, Arrays.toString(w));
    }
    if (w[0] == 1) {
      fail("%s moves nothing", sample);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void anElementwiseOneMovesPartsToTheBitsOfTheWhole(RuleSample sample) {
    Rule<?> rule = sample.rule().on(Shape.of(Steps.SIZE), DType.FLOAT64);
    if (!rule.elementwise()) {
      return; // it needs all of a slice, and says so
    }
    Steps whole = Steps.of(rule, 1);
    for (int[] part : new int[][] {{0, 16}, {16, 17}, {17, Steps.SIZE}}) {
      Steps alone = Steps.of(rule, 1, part[0], part[1]);
      if (!alone.same(whole.part(part[0], part[1]))) {
        fail("%s says it is elementwise, and moves a part otherwise than in the whole", sample);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void oneThatOnlyDescendsTakesTheRateTimesTheGradient(RuleSample sample) {
    Rule<?> rule = sample.rule();
    double[] w = Steps.of(rule, 1).parameters();
    double[] expected = new double[Steps.SIZE];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = 1 + i;
      for (int t = 0; t < 10; t++) {
        expected[i] -= 0.05 * Steps.gradient(t, i);
      }
    }
    if (rule.descends() && !Arrays.equals(w, expected)) {
      fail("%s says it descends, and does not take the rate times the gradient away", sample);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void oneForFloatsMovesThemToTheBitsOfDoubles(RuleSample sample) {
    if (sample.rule() instanceof FloatRule<?> rule && !FloatSteps.same(rule)) {
      fail("%s moves floats where they lie otherwise than by way of doubles", sample);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("decayingSamples")
  default void aFactorOfZeroSwitchesItsDecayOff(RuleSample sample) {
    Steps without = Steps.of(sample.ofDecay().apply(0), 1);
    if (!Steps.of(sample.ofDecay().apply(0.5), 0).same(without)) {
      fail("%s decays where its decay is multiplied by 0", sample);
    }
    double[] decayed = Steps.of(sample.ofDecay().apply(0.5), 1).parameters();
    if (Arrays.equals(decayed, without.parameters())) {
      fail("%s does not decay", sample);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("decayingSamples")
  default void itsDecayIsMultipliedByTheFactor(RuleSample sample) {
    Steps multiplied = Steps.of(sample.ofDecay().apply(0.5), 0.25);
    if (!multiplied.same(Steps.of(sample.ofDecay().apply(0.125), 1))) {
      fail("%s with a quarter of a decay of 0.5 is not itself with one of 0.125", sample);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  default void anExperimentFileSaysAllOfItAndNothingElse(RuleSample sample) {
    WrittenRecord written = WrittenRecord.of(sample.rule());
    written.requireReadBack();
    written.requireStrict();
  }

  @Test
  default void itsCodeHasNoStateOfItsOwn() {
    PackageCode.of(samples().stream().map(RuleSample::rule)).requireNoState();
  }

  @Test
  default void itsCodeMakesNoForbiddenCall() {
    PackageCode.of(samples().stream().map(RuleSample::rule)).requireNoForbiddenCall();
  }
}
