package io.gradus.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.optimizers.Adagrad;
import io.gradus.optimizers.Adam;
import io.gradus.optimizers.AdamW;
import io.gradus.optimizers.Constant;
import io.gradus.optimizers.Lion;
import io.gradus.optimizers.Muon;
import io.gradus.optimizers.OptimizersCatalog;
import io.gradus.optimizers.Rmsprop;
import io.gradus.optimizers.Rule;
import io.gradus.optimizers.Schedule;
import io.gradus.optimizers.Sgd;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest implements RuleContract {
  private static final Schedule LR = new Constant(0.05);

  @Override
  public List<RuleSample> samples() {
    return Stream.concat(
            decaying().map(RuleSample::decaying), Stream.of(RuleSample.of(new Sgd(LR))))
        .toList();
  }

  private static Stream<DoubleFunction<Rule<?>>> decaying() {
    return Stream.of(
        decay -> new Sgd(LR, 0, 0, false, decay),
        decay -> new Sgd(LR, 0.9, 0.1, false, decay),
        decay -> new Sgd(LR, 0.9, 0, true, decay),
        decay -> new Adam(LR, 0.9, 0.99, 1e-8, decay, false),
        decay -> new Adam(LR, 0.9, 0.99, 1e-8, decay, true),
        decay -> new AdamW(LR, 0.9, 0.99, 1e-8, decay),
        decay -> new Rmsprop(LR, 0.9, 1e-8, 0, false, decay),
        decay -> new Rmsprop(LR, 0.9, 1e-8, 0.9, false, decay),
        decay -> new Rmsprop(LR, 0.9, 1e-8, 0, true, decay),
        decay -> new Rmsprop(LR, 0.9, 1e-8, 0.9, true, decay),
        decay -> new Adagrad(LR, 1e-10, 0.1, 0.5, decay),
        decay -> new Lion(LR, 0.9, 0.99, decay),
        decay -> new Muon(LR, 0.95, true, 5, decay, new Sgd(LR)),
        decay -> new Muon(LR, 0.95, false, 5, decay, new Sgd(LR)));
  }

  @Test
  void noneIsLeftOut() {
    Set<Class<?>> sampled =
        samples().stream().map(sample -> sample.rule().getClass()).collect(Collectors.toSet());
    Set<Class<?>> rules =
        new OptimizersCatalog()
            .types().values().stream()
                .filter(Rule.class::isAssignableFrom)
                .collect(Collectors.toSet());
    assertThat(sampled).isEqualTo(rules);
  }
}
