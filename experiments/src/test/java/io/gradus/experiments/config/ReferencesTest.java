package io.gradus.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.config.ConfigNode.Scalar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
  private static String resolved(String text) {
    return Trees.composed(text, Map.of());
  }

  private static List<String> wrong(String text) {
    var problems = new Problems();
    Trees.compose(text, Map.of(), problems);
    return Trees.inWords(problems.inOrder());
  }

  @ParameterizedTest
  @CsvSource({"3, NUMBER", "0.5, NUMBER", "true, TRUTH", "word, TEXT", "'\"3\"', TEXT"})
  void referenceKeepsTheTypeOfWhatItRefersTo(String value, Scalar.Shape shape) {
    var tree = Trees.compose("a: " + value + "\nb: ${a}\n", Map.of(), new Problems());
    assertThat(tree.get("b")).hasValueSatisfying(node -> assertThat(node.is(shape)).isTrue());
  }

  @Test
  void blockAndListAreBroughtWhole() {
    assertThat(resolved("a: {x: 1}\nb: [1, 2]\nc: ${a}\nd: ${b}\n"))
        .endsWith("c:\n  x: 1\nd:\n- 1\n- 2\n");
  }

  @Test
  void referenceMayLeadToAReferenceOrIntoAList() {
    assertThat(resolved("a: ${b}\nb: ${c[1].d}\nc: [0, {d: 7}]\n")).startsWith("a: 7\nb: 7\n");
  }

  @Test
  void wholeNumberIsShifted() {
    assertThat(resolved("a: 5\nb: ${a} + 10\nc: ${a}-10\nd: ${ b } + 1\n"))
        .isEqualTo("a: 5\nb: 15\nc: -5\nd: 16\n");
  }

  @Test
  void shiftPastTheLargestNumberIsRefused() {
    assertThat(wrong("a: 9223372036854775807\nb: ${a} + 1\n"))
        .containsExactly(
            "2:4 b: only a whole number can be shifted by +1, not 9223372036854775807");
  }

  @Test
  void circleIsOneMistakeFromWhereverItIsEntered() {
    assertThat(wrong("a: ${b}\nb: ${c}\nc: ${a}\nd: ${a}\n"))
        .containsExactly("1:4 a: the reference goes in a circle: b -> c -> a -> b");
  }

  @Test
  void twoCirclesAreTwoMistakes() {
    assertThat(wrong("a: ${a}\nb: {c: '${b}'}\n"))
        .containsExactly(
            "1:4 a: the reference goes in a circle: a -> a",
            "2:8 b.c: the reference goes in a circle: b -> b");
  }

  @Test
  void nameThatBeginsLikeAnotherIsNoCircle() {
    assertThat(resolved("seed: 3\nseedling: ${seed}\n")).isEqualTo("seed: 3\nseedling: 3\n");
  }

  @Test
  void mistakeInsideWhatAReferenceBringsIsSaidOnce() {
    assertThat(wrong("a: {x: '${nowhere}'}\nb: ${a}\nc: ${a}\n"))
        .containsExactly("1:8 a.x: there is no 'nowhere' to refer to");
  }
}
