package io.gradus.experiments.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.experiments.insight.Bigrams.Pair;
import io.gradus.nn.LanguageModel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BigramsTest {
  /// Behind a: b three times as likely as a; behind b: never anything.
  private static final LanguageModel MODEL =
      new LanguageModel() {
        @Override
        public int context() {
          return 1;
        }

        @Override
        public Reading read() {
          return token ->
              token == 0
                  ? new double[] {100, 100 + StrictMath.log(3)}
                  : new double[] {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        }
      };

  @Test
  void scoresBecomeProbabilities() {
    Bigrams bigrams = Bigrams.of(MODEL, List.of("a", "b"), Optional.empty());
    assertThat(bigrams.probabilities()[0])
        .containsExactly(new double[] {0.25, 0.75}, within(1e-12));
    assertThat(bigrams.probabilities()[1]).containsExactly(0, 0);
    assertThat(bigrams.top(1).getFirst().after()).isEqualTo("b");
    assertThat(bigrams.ink()).isSameAs(bigrams.probabilities());
  }

  @Test
  void countsDecideWhatIsOnTop() {
    Bigrams bigrams = Bigrams.of(MODEL, List.of("a", "b"), Optional.of(new double[] {1, 3, 9, 0}));
    assertThat(bigrams.top(2))
        .extracting(Pair::before, Pair::after, pair -> pair.count().orElseThrow())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("b", "a", 9.0),
            org.assertj.core.groups.Tuple.tuple("a", "b", 3.0));
    assertThat(bigrams.top(100)).hasSize(4);
  }
}
