package io.gradus.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ComposerTest {
  private static final String BASE =
      """
      name: base
      layers: [1, 2, 3]
      optimizer: {type: adam, lr: 0.1, beta1: 0.9}
      train: {steps: 10, batch: 4}
      """;

  private static String over(String text) {
    return Trees.composed("extends: base.yaml\n" + text, Map.of("base.yaml", BASE));
  }

  private static String set(String... sets) {
    return Trees.composed(BASE, Map.of(), sets);
  }

  private static List<String> wrong(String... sets) {
    var problems = new Problems();
    Trees.compose(BASE, Map.of(), problems, sets);
    return Trees.inWords(problems.inOrder());
  }

  @Nested
  class Extends {
    @Test
    void blocksMergeKeyByKey() {
      assertThat(over("train: {steps: 20}")).contains("train:\n  steps: 20\n  batch: 4\n");
    }

    @Test
    void listsAreReplaced() {
      assertThat(over("layers: [9]")).contains("layers:\n- 9\n").doesNotContain("- 2");
    }

    @Test
    void changedTypeReplacesItsBlock() {
      assertThat(over("optimizer: {type: sgd}"))
          .contains("optimizer:\n  type: sgd\n")
          .doesNotContain("beta1");
    }

    @Test
    void sameTypeMerges() {
      assertThat(over("optimizer: {type: adam, lr: 0.2}"))
          .contains("optimizer:\n  type: adam\n  lr: 0.2\n  beta1: 0.9\n");
    }

    @Test
    void keyItselfIsGoneAndTheOrderIsTheBases() {
      assertThat(over("name: mine\nseed: 1"))
          .startsWith("name: mine\nlayers:")
          .endsWith("seed: 1\n")
          .doesNotContain("extends");
    }

    @Test
    void baseMayExtendInItsTurn() {
      assertThat(
              Trees.composed(
                  "extends: b\nu: 3\n",
                  Map.of("b", "extends: c\nu: 2\nv: 2\n", "c", "u: 1\nv: 1\nw: 1\n")))
          .isEqualTo("u: 3\nv: 2\nw: 1\n");
    }

    @Test
    void referenceSeesWhatTheFileChanged() {
      assertThat(Trees.composed("extends: b\nu: 3\n", Map.of("b", "u: 1\nv: ${u}\n"), "w=${v} + 1"))
          .isEqualTo("u: 3\nv: 3\nw: 4\n");
    }
  }

  @Nested
  class Set {
    @Test
    void settingIsReplacedWhereItStands() {
      assertThat(set("train.steps=20")).contains("train:\n  steps: 20\n  batch: 4\n");
    }

    @Test
    void itemOfAListIsReplaced() {
      assertThat(set("layers[1]=7")).contains("layers:\n- 1\n- 7\n- 3\n");
    }

    @Test
    void itemOfAListIsTakenOut() {
      assertThat(set("layers[1]=")).contains("layers:\n- 1\n- 3\n");
    }

    @Test
    void valueIsYaml() {
      assertThat(set("train={steps: 5}", "layers=[4, x]", "name='7'"))
          .endsWith("train:\n  steps: 5\n")
          .contains("layers:\n- 4\n- x\n")
          .contains("name: \"7\"\n")
          .doesNotContain("batch");
    }

    @Test
    void blockIsReplacedAsAWhole() {
      assertThat(set("optimizer={type: adam}"))
          .contains("optimizer:\n  type: adam\ntrain")
          .doesNotContain("beta1");
    }

    @Test
    void changedTypeReplacesItsBlock() {
      assertThat(set("optimizer.type=sgd", "optimizer.lr=0.3"))
          .contains("optimizer:\n  type: sgd\n  lr: 0.3\ntrain")
          .doesNotContain("beta1");
    }

    @Test
    void sameTypeLeavesTheBlock() {
      assertThat(set("optimizer.type=adam")).contains("beta1: 0.9");
    }

    @Test
    void nothingTakesTheSettingOut() {
      assertThat(set("train.batch=")).contains("train:\n  steps: 10\n").doesNotContain("batch");
    }

    @Test
    void missingBlocksAreMadeOnTheWay() {
      assertThat(set("sample.inner.count=3")).endsWith("sample:\n  inner:\n    count: 3\n");
    }

    @Test
    void lastOfTwoWins() {
      assertThat(set("train.steps=20", "train.steps=30")).contains("steps: 30");
    }

    @Test
    void keyWithADotStandsInQuotes() {
      assertThat(set("random.\"data.order\"=1")).endsWith("random:\n  data.order: 1\n");
    }

    @Test
    void textAfterTheFirstEqualsSignIsTheValue() {
      assertThat(set("name=a=b")).startsWith("name: a=b\n");
    }

    @Test
    void everyMistakeIsSaidAndTheRestApplied() {
      assertThat(wrong("train", "train.steps.x=1", "layers[3]=1", "train.bach=", "name=[1"))
          .containsExactlyInAnyOrder(
              "1:1 : expected PATH=VALUE",
              "1:13 train.steps: this is 10, and holds no settings",
              "1:7 layers: there is no item [3] in a list of 3",
              "1:1 train.bach: there is nothing to take out",
              "1:6 : this bracket is never closed");
    }
  }
}
