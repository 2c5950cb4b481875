package io.gradus.testkit;

import io.gradus.optimizers.Rule;
import java.util.function.DoubleFunction;

/// A rule to try, by its weight decay.
///
/// @param ofDecay the rule with a given weight decay
/// @param decays whether it has one
public record RuleSample(DoubleFunction<Rule<?>> ofDecay, boolean decays) {
  /// A rule with a given weight decay.
  public static RuleSample decaying(DoubleFunction<Rule<?>> ofDecay) {
    return new RuleSample(ofDecay, true);
  }

  /// A rule without weight decay.
  public static RuleSample of(Rule<?> rule) {
    return new RuleSample(_ -> rule, false);
  }

  /// The rule, with some decay where it has one.
  Rule<?> rule() {
    return ofDecay.apply(0.1);
  }

  @Override
  public String toString() {
    return rule().toString();
  }
}
