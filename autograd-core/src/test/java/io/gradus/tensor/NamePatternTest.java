package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamePatternTest {
  private static boolean matches(String pattern, String name) {
    return new NamePattern(pattern).matches(name);
  }

  @Test
  void withoutAStarItIsTheWholeName() {
    assertThat(matches("layers.0.weight", "layers.0.weight")).isTrue();
    assertThat(matches("layers.0.weight", "layers.0.weights")).isFalse();
    assertThat(matches("weight", "layers.0.weight")).isFalse();
    assertThat(matches("", "layers.0.weight")).isFalse();
  }

  @Test
  void aStarStandsForAnyCharactersAndNone() {
    assertThat(matches("*", "layers.0.weight")).isTrue();
    assertThat(matches("layers.*.bias", "layers.3.attention.output.bias")).isTrue();
    assertThat(matches("layers.1*", "layers.1")).isTrue();
    assertThat(matches("layers.1*", "layers.12.bias")).isTrue();
    assertThat(matches("layers.1.*", "layers.12.bias")).isFalse();
    assertThat(matches("*a*a*", "a")).isFalse();
    assertThat(matches("*a*a*", "aa")).isTrue();
  }

  @Test
  void nothingButTheStarIsSpecial() {
    assertThat(matches("layers.0", "layersx0")).isFalse();
    assertThat(matches("[ab]+", "a")).isFalse();
    assertThat(matches("\\E*", "\\Ex")).isTrue();
  }

  @Test
  void oneOfSeveralIsEnough() {
    var patterns = List.of(new NamePattern("*.bias"), new NamePattern("*.gain"));
    assertThat(NamePattern.any(patterns, "layers.0.gain")).isTrue();
    assertThat(NamePattern.any(patterns, "layers.0.weight")).isFalse();
    assertThat(NamePattern.any(List.of(), "layers.0.weight")).isFalse();
  }

  @Test
  void aPatternThatMeansNothingIsAnsweredWithTheNames() {
    var pattern = new NamePattern("layer.*");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pattern.requireOne("freeze", List.of("layers.0.weight", "layers.0.bias")))
        .withMessage(
            "freeze: 'layer.*' matches no parameter; there are layers.0.weight, layers.0.bias");
    List<String> many = IntStream.range(0, 13).mapToObj(i -> "p" + i).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pattern.requireOne("freeze", many))
        .withMessageEndingWith("p10, p11, ...");
    assertThatCode(() -> new NamePattern("p1*").requireOne("freeze", many))
        .doesNotThrowAnyException();
  }
}
