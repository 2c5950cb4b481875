package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CmpFigureTest {
  private static final String CORPUS = "data.corpus=given-names";

  @TempDir private Path folder;

  /// The table of makemore's lecture, on other names.
  @Test
  void everyGradientStandsBesideThatOfAutograd() {
    Called shown = Called.gradus("show", "makemore/manual-backprop", "cmp", "--set", CORPUS);

    assertThat(shown.code()).as(shown.toString()).isZero();
    assertThat(shown.out())
        .startsWith(
            "manual-backprop, before it has learned: gradients by hand and by autograd, of"
                + " 32 examples\n\ngradient of ")
        .containsPattern("\nlogprobs +yes +yes +0\n")
        .containsPattern("\nbnvar_inv +yes +yes +0\n")
        .containsPattern("\nC +yes +yes +0\n")
        .containsPattern("\nlogits \\(fused\\) +no +yes +[1-9]\\.\\d{3}e-0?9\n")
        .endsWith("\ngradients    28\nexact        26\napproximate  28\n");
  }

  @Test
  void aRunIsComparedWithWhatItHasLearned() {
    Called ran =
        Called.gradus(
            "run",
            "makemore/manual-backprop",
            "--set",
            CORPUS,
            "--set",
            "train.steps=3",
            "--set",
            "sample.count=0",
            "--out",
            folder,
            "--json");
    String run = ran.json().get("run").asString();

    JsonNode shown = Called.gradus("show", run, "cmp", "--format", "json").json();

    assertThat(shown.get("title").asString()).isEqualTo(run);
    assertThat(shown.get("step").asInt()).isEqualTo(3);
    assertThat(shown.get("examples").asInt()).isEqualTo(32);
    assertThat(shown.get("gradients")).hasSize(28);
    shown.get("gradients").forEach(row -> assertThat(row.get("approximate").asBoolean()).isTrue());
  }

  @Test
  void whatNobodyDifferentiatedByHandIsNotCompared() {
    Called shown = Called.gradus("show", "micrograd/xor", "cmp");
    assertThat(shown.code()).isEqualTo(2);
    assertThat(shown.err())
        .contains(
            "nobody wrote the gradients of xor by hand; the model manual-backprop has" + " such");
    Called drawn =
        Called.gradus(
            "show", "makemore/manual-backprop", "cmp", "--set", CORPUS, "--format", "svg");
    assertThat(drawn.code()).isEqualTo(2);
    assertThat(drawn.err()).contains("there is no drawing of a comparison; there are: json, table");
  }
}
