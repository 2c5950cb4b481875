package io.gradus.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigNode.Scalar;
import io.gradus.experiments.config.ConfigNode.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
  @ParameterizedTest
  @CsvSource({
    "3, NUMBER",
    "-3, NUMBER",
    "3.7, NUMBER",
    "1.0e-8, NUMBER",
    "1e-8, NUMBER",
    ".5, TEXT",
    ".nan, NUMBER",
    "true, TRUTH",
    "false, TRUTH",
    "null, NOTHING",
    "~, TEXT",
    "word, TEXT",
    "yes, TEXT",
    "True, TEXT",
    "1_000, TEXT",
    "0x10, TEXT",
    "1.2.3, TEXT",
    "2026-11-20, TEXT",
    "'\"3\"', TEXT",
  })
  void scalarHasTheShapeThatYamlGivesIt(String text, Scalar.Shape shape) {
    Mapping tree = (Mapping) Trees.read("key: " + text);
    assertThat(tree.get("key")).hasValueSatisfying(node -> assertThat(node.is(shape)).isTrue());
  }

  @Test
  void everyNodeKnowsItsPlace() {
    Mapping tree = (Mapping) Trees.read("a: 1\nlist: [x, {b: 2}]\n");
    Sequence list = (Sequence) tree.get("list").orElseThrow();
    Mapping item = (Mapping) list.items().get(1);
    assertThat(list.mark()).hasToString("file.yaml:2:7");
    assertThat(item.mark()).hasToString("file.yaml:2:11");
    assertThat(item.get("b").orElseThrow().mark()).hasToString("file.yaml:2:15");
  }

  @Test
  void blockBelowItsKeyStandsWhereTheKeyStands() {
    Mapping tree = (Mapping) Trees.read("a: 1\ntrain:\n  steps: 3\n");
    assertThat(tree.get("train").orElseThrow().mark()).hasToString("file.yaml:2:1");
  }

  @Test
  void everythingThatIsNotTakenIsSaidAtOnce() {
    assertThat(Trees.wrong("a: &x 1\nb: *x\nc: !t 2\na: 3\nd:\n  <<: {e: 1}\n"))
        .containsExactly(
            "2:4 b: aliases (*) are not used here",
            "3:4 c: tags (!t) are not used here",
            "4:1 a: this key is here twice",
            "6:3 d: merge keys (<<) are not used here");
  }

  @Test
  void firstOfTwoEqualKeysStays() {
    var problems = new Problems();
    String text = "a: 1\na: 2\n";
    ConfigNode tree = YamlReader.read(Trees.source(text), text, problems);
    assertThat(ConfigText.of(tree)).isEqualTo("a: 1\n");
    assertThat(problems.size()).isEqualTo(1);
  }

  @Test
  void nestingEndsAtThirtyTwo() {
    assertThat(Trees.wrong("a: " + "[".repeat(31) + "]".repeat(31))).isEmpty();
    assertThat(Trees.wrong("a: " + "[".repeat(33) + "]".repeat(33)))
        .containsExactly("1:36 : this is nested more than 32 deep");
  }
}
