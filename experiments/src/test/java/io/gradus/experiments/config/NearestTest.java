package io.gradus.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN =
      List.of("batch", "beta1", "beta2", "embedding", "gpt/microgpt", "lr", "steps", "top-k");

  @ParameterizedTest
  @CsvSource({
    "stpes, steps", // two neighbours swapped
    "step, steps",
    "stepps, steps",
    "STEPS, steps",
    "top_k, top-k",
    "beta3, beta1", // the first of the equally near
    "rl, lr",
    "batch-size, batch", // one inside the other
    "microgpt, gpt/microgpt",
    "embed, embedding",
  })
  void slipIsRecognized(String word, String meant) {
    assertThat(Nearest.to(word, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"momentum", "x", "learning-rate", "''"})
  void strangerIsNot(String word) {
    assertThat(Nearest.to(word, KNOWN)).isEmpty();
  }

  @Test
  void longWordIsNoSlip() {
    assertThat(Nearest.to("steps".repeat(1000), KNOWN)).isEmpty();
  }

  @Test
  void hintNamesTheNearestAndAll() {
    assertThat(Nearest.hint("bta", List.of("beta", "alpha")))
        .isEqualTo("did you mean 'beta'? there are: alpha, beta");
    assertThat(Nearest.hint("xyz", List.of("beta"))).isEqualTo("there are: beta");
    assertThat(Nearest.hint("xyz", List.of())).isEqualTo("there are none");
  }
}
