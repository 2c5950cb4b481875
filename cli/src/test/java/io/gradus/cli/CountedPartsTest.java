package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.Loaded;
import io.gradus.experiments.run.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A counted model and what was held back from it.
class CountedPartsTest {
  private static final String SPLIT = "split={train: 0.8, validation: 0.1}";

  @TempDir private Path folder;

  private RunReport run(String... settings) {
    var all = new ArrayList<>(List.of("data.corpus=given-names"));
    all.addAll(List.of(settings));
    Loaded loaded = Lab.load("makemore/bigram-counts", all.toArray(String[]::new));
    return Lab.run(loaded, folder.resolve("settings" + all.size()));
  }

  @Test
  void eachPartHasItsLoss() {
    Map<String, Double> losses = run(SPLIT, "model.smoothing=1", "seed=1").metrics().last();

    assertThat(losses).containsOnlyKeys("train/loss", "validation/loss", "test/loss");
    assertThat(losses.get("validation/loss")).isGreaterThan(losses.get("train/loss"));
  }

  @Test
  void whatIsHeldBackIsNotCounted() {
    Map<String, Double> all = run("model.smoothing=1").metrics().last();
    Map<String, Double> part = run(SPLIT, "model.smoothing=1").metrics().last();

    assertThat(all).containsOnlyKeys("train/loss");
    assertThat(part.get("train/loss")).isNotEqualTo(all.get("train/loss"));
  }

  @Test
  void aModelThatSaysMoreIsAskedForItOnEachPart() {
    String ngram = "model={type: ngram, length: 3, smoothing: 0.1}";

    Map<String, Double> seen = run(SPLIT, ngram).metrics().last();

    for (String part : List.of("train", "validation", "test")) {
      assertThat(seen)
          .hasEntrySatisfying(
              part + "/loss",
              loss -> assertThat(seen).containsEntry(part + "/perplexity", StrictMath.exp(loss)));
    }
  }
}
