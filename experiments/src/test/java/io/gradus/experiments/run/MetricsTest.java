package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private final Metrics metrics = new Metrics();

  @Test
  void keepsEveryNumberByNameAndStep() {
    metrics.add(new Metrics.Point(1, "train/loss", 3.5));
    metrics.add(new Metrics.Point(2, "train/loss", 2.5));
    metrics.add(new Metrics.Point(1, "train/accuracy", 0.25));

    assertThat(metrics.names()).containsExactly("train/accuracy", "train/loss");
    assertThat(metrics.at("train/loss", 1)).hasValue(3.5);
    assertThat(metrics.at("train/loss", 3)).isEmpty();
    assertThat(metrics.at("test/loss", 1)).isEmpty();
    assertThat(metrics.last())
        .containsExactly(
            Assertions.entry("train/accuracy", 0.25), Assertions.entry("train/loss", 2.5));
  }

  @Test
  void theLastIsThatOfTheLastStepNotTheLastAdded() {
    metrics.add(new Metrics.Point(7, "train/loss", Double.NaN));
    metrics.add(new Metrics.Point(3, "train/loss", 1.0));

    assertThat(metrics.last().get("train/loss")).isNaN();
  }
}
