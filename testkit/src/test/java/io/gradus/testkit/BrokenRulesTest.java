package io.gradus.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.optimizers.Rule;
import io.gradus.testkit.wrong.Forgetful;
import io.gradus.testkit.wrong.OddRule;
import io.gradus.testkit.wrong.Unscaled;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Every clause of the contract of rules refuses a rule that breaks it, and says how.
@SuppressWarnings("JUnitMethodInvoked") // that a clause refuses something is what is tested
class BrokenRulesTest {
  private static final RuleContract CONTRACT = List::of;

  private static void descend(double[] w, double[] g, double rate) {
    for (int i = 0; i < w.length; i++) {
      w[i] -= rate * g[i];
    }
  }

  private static RuleSample moving(OddRule.Move move) {
    return RuleSample.of(new OddRule(move));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable clause) {
    return assertThatThrownBy(clause).isInstanceOf(AssertionError.class);
  }

  @Test
  void noSamples() {
    refused(CONTRACT::thereAreSamples).hasMessageContaining("samples of a rule");
  }

  @Test
  void aMemoryOfAnotherSize() {
    Rule<?> wrong = new OddRule(1, false, (_, w, g) -> descend(w, g, 0.05));
    refused(() -> CONTRACT.itsMemoryIsArraysOfTheSlicesSize(RuleSample.of(wrong)))
        .hasMessage("OddRule remembers 38 numbers of 37 parameters");
  }

  @Test
  void aMemoryThatIsNoArray() {
    RuleSample wrong = RuleSample.of(new Forgetful());
    refused(() -> CONTRACT.itsMemoryIsArraysOfTheSlicesSize(wrong))
        .hasMessageContaining("is no double[], which a checkpoint could keep");
  }

  @Test
  void aChangedGradient() {
    refused(() -> CONTRACT.itsMemoryIsArraysOfTheSlicesSize(moving((_, _, g) -> g[0] = 3)))
        .hasMessage("OddRule changes the gradient, which is not its own");
  }

  @Test
  void stepsThatDifferTheSecondTime() {
    var steps = new AtomicInteger();
    RuleSample wrong = moving((_, w, _) -> w[0] += steps.incrementAndGet());
    refused(() -> CONTRACT.theSameStepsGiveTheSameBits(wrong))
        .hasMessage("OddRule moves the same parameters elsewhere the second time");
  }

  @Test
  void parametersThatAreNoNumbers() {
    refused(() -> CONTRACT.itMovesAndStaysFinite(moving((_, w, _) -> w[1] = Double.NaN)))
        .hasMessageContaining("makes finite parameters [1.0, NaN, ");
  }

  @Test
  void nothingThatMoves() {
    refused(() -> CONTRACT.itMovesAndStaysFinite(moving((_, _, _) -> {})))
        .hasMessage("OddRule moves nothing");
  }

  @Test
  void aRuleThatIsNotElementwise() {
    RuleSample wrong = moving((_, w, g) -> w[0] -= g[g.length - 1]);
    refused(() -> CONTRACT.anElementwiseOneMovesPartsToTheBitsOfTheWhole(wrong))
        .hasMessage("OddRule says it is elementwise, and moves a part otherwise than in the whole");
  }

  @Test
  void aRuleThatDoesMoreThanDescend() {
    Rule<?> wrong = new OddRule(0, true, (_, w, g) -> descend(w, g, 0.1));
    refused(() -> CONTRACT.oneThatOnlyDescendsTakesTheRateTimesTheGradient(RuleSample.of(wrong)))
        .hasMessage("OddRule says it descends, and does not take the rate times the gradient away");
  }

  @Test
  void aRuleWhoseFloatsGoElsewhere() {
    RuleSample wrong = RuleSample.of(new Unscaled());
    refused(() -> CONTRACT.oneForFloatsMovesThemToTheBitsOfDoubles(wrong))
        .hasMessage("Unscaled[] moves floats where they lie otherwise than by way of doubles");
  }

  @Test
  void aDecayThatIsNotSwitchedOff() {
    RuleSample wrong =
        RuleSample.decaying(decay -> new OddRule((_, w, g) -> descend(w, g, 0.05 + decay)));
    refused(() -> CONTRACT.aFactorOfZeroSwitchesItsDecayOff(wrong))
        .hasMessage("OddRule decays where its decay is multiplied by 0");
  }

  @Test
  void aDecayThatIsNone() {
    RuleSample wrong = RuleSample.decaying(_ -> new OddRule((_, w, g) -> descend(w, g, 0.05)));
    refused(() -> CONTRACT.aFactorOfZeroSwitchesItsDecayOff(wrong))
        .hasMessage("OddRule does not decay");
  }

  @Test
  void aDecayThatIsNotMultiplied() {
    RuleSample wrong =
        RuleSample.decaying(
            decay -> new OddRule((update, w, g) -> descend(w, g, update.decay() == 0 ? 0 : decay)));
    refused(() -> CONTRACT.itsDecayIsMultipliedByTheFactor(wrong))
        .hasMessage("OddRule with a quarter of a decay of 0.5 is not itself with one of 0.125");
  }

  @Test
  void aRuleThatNoFileCanSay() {
    refused(() ->
            CONTRACT.anExperimentFileSaysAllOfItAndNothingElse(RuleSample.of(new Forgetful())))
        .hasMessageContaining("is in no catalog that the ServiceLoader finds");
  }
}
