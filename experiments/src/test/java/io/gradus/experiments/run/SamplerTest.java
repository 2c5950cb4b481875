package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradus.data.Characters;
import io.gradus.data.DataException;
import io.gradus.data.Texts;
import io.gradus.data.Tokenizer;
import io.gradus.experiments.Sampling;
import io.gradus.nn.LanguageModel;
import io.gradus.random.Algorithm;
import io.gradus.random.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {
  private static final double NEVER = Double.NEGATIVE_INFINITY;
  private static final Tokenizer ABC =
      new Characters(Characters.Boundary.BOS).fit(new Texts(List.of("abc")));

  /// Says the same whatever it has read: the scores of a, b, c and the end.
  private record Same(int context, double... scores) implements LanguageModel {
    @Override
    public Reading read() {
      return _ -> scores.clone();
    }
  }

  private static List<String> write(LanguageModel model, String prompt, Sampling plan) {
    return new Sampler(model, ABC, Algorithm.PHILOX.generator(1))
        .write(plan, prompt, _ -> {}, () -> false)
        .orElseThrow();
  }

  @Test
  void aStopIsHeardBeforeTheNextDocument() {
    var sampler = new Sampler(new Same(2, 0, 0, 0, 0), ABC, Algorithm.PHILOX.generator(1));
    List<Integer> told = new ArrayList<>();

    assertThat(sampler.write(Sampling.of(9), "", told::add, () -> told.size() == 2)).isEmpty();
    assertThat(told).containsExactly(1, 2);
  }

  private static List<String> letters(
      double temperature, Optional<Integer> topK, double... scores) {
    return write(
        new Same(1, scores),
        "",
        new Sampling(4000, temperature, topK, Optional.empty(), Choice.STANDARD));
  }

  private static double share(List<String> letters, String letter) {
    return letters.stream().filter(letter::equals).count() / (double) letters.size();
  }

  @Test
  void drawsInProportionToTheSoftmaxOfTheScores() {
    List<String> letters = letters(1.0, Optional.empty(), Math.log(6), Math.log(3), 0, NEVER);

    assertThat(share(letters, "a")).isCloseTo(0.6, within(0.03));
    assertThat(share(letters, "b")).isCloseTo(0.3, within(0.03));
    assertThat(share(letters, "c")).isCloseTo(0.1, within(0.03));
  }

  @Test
  void halfTheTemperatureSquaresTheOdds() {
    List<String> letters = letters(0.5, Optional.empty(), Math.log(2), 0, NEVER, NEVER);

    assertThat(share(letters, "a")).isCloseTo(0.8, within(0.03));
    assertThat(share(letters, "b")).isCloseTo(0.2, within(0.03));
  }

  @Test
  void onlyTheLikeliestMayFollow() {
    List<String> letters = letters(1.0, Optional.of(2), 0, Math.log(3), Math.log(6), NEVER);

    assertThat(share(letters, "b")).isCloseTo(1 / 3.0, within(0.03));
    assertThat(share(letters, "c")).isCloseTo(2 / 3.0, within(0.03));
    assertThat(letters).doesNotContain("a");
  }

  @Test
  void ofEqualScoresTheEarlierTokenCountsAsLikelier() {
    assertThat(letters(1.0, Optional.of(1), 5, 5, 5, 5)).containsOnly("a");
    assertThat(letters(1.0, Optional.of(2), 1, 5, 1, 1)).containsOnly("a", "b");
    assertThat(letters(1.0, Optional.of(2), 1, 1, 5, 5)).containsOnly("c", "");
  }

  @Test
  void moreThanThereAreIsAll() {
    assertThat(letters(1.0, Optional.of(99), 1, 2, 3, 0))
        .isEqualTo(letters(1.0, Optional.empty(), 1, 2, 3, 0))
        .contains("a", "b", "c", "");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-300, 1e-310, Double.MIN_VALUE})
  void nearAbsoluteZeroOnlyTheBestIsLeft(double temperature) {
    assertThat(letters(temperature, Optional.empty(), 1, 3, 2, NEVER)).containsOnly("b");
    assertThat(letters(temperature, Optional.of(2), -3, -2, -1, NEVER)).containsOnly("c");
  }

  @Test
  void atAGreatHeatAllArePossible() {
    assertThat(letters(1e300, Optional.empty(), -50, 0, 50, NEVER)).contains("a", "b", "c");
  }

  @Test
  void aDocumentEndsAtTheBoundaryOrWhereTheContextIsFull() {
    assertThat(write(new Same(9, NEVER, NEVER, NEVER, 0), "", Sampling.of(2)))
        .containsExactly("", "");
    assertThat(write(new Same(4, 0, NEVER, NEVER, NEVER), "", Sampling.of(1)))
        .containsExactly("aaaa");
    assertThat(
            write(new Same(Integer.MAX_VALUE, 0, NEVER, NEVER, NEVER), "", Sampling.of(1))
                .getFirst())
        .hasSize(1000);
  }

  @Test
  void thePromptIsReadAndCountsAsWritten() {
    List<Integer> read = new ArrayList<>();
    LanguageModel model =
        new LanguageModel() {
          @Override
          public int context() {
            return 4;
          }

          @Override
          public Reading read() {
            return token -> {
              read.add(token);
              return new double[] {0, NEVER, NEVER, NEVER};
            };
          }
        };

    assertThat(write(model, "cb", Sampling.of(1))).containsExactly("cbaa");
    assertThat(read).containsExactly(3, 2, 1, 0);
  }

  @Test
  void aPromptThatLeavesNoRoomIsRefused() {
    var plan = Sampling.of(1);

    assertThatExceptionOfType(SetupException.class)
        .isThrownBy(() -> write(new Same(3, 0, 0, 0, 0), "abc", plan))
        .withMessage("the prompt has 3 tokens; the model sees 3");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> write(new Same(3, 0, 0, 0, 0), "ad", plan))
        .withMessageContaining("no token for 'd', character 2 of 'ad'");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void scoresThatAreNoNumbersAreRefused(double score) {
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> letters(1.0, Optional.empty(), 1, score, 2, 3))
        .withMessageContaining("no numbers any more");
  }

  @Test
  void asManyAsAskedForAndEachIsTold() {
    List<Integer> told = new ArrayList<>();

    List<String> documents =
        new Sampler(new Same(2, 0, 0, 0, 0), ABC, Algorithm.CPYTHON.generator(1))
            .write(Sampling.of(3), "", told::add, () -> false)
            .orElseThrow();

    assertThat(documents).hasSize(3);
    assertThat(told).containsExactly(1, 2, 3);
    assertThat(write(new Same(2, 0, 0, 0, 0), "", Sampling.of(0))).isEmpty();
  }
}
