package io.gradus.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.compare.Reproduction.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What the differences come to.
class ReproductionTest {
  private static final List<Difference> DIGEST = Difference.of("digest", "ab", "cd");
  private static final List<Difference> NONE = List.of();

  private static Verdict verdict(
      List<Difference> results, double loss, List<Difference> notes, List<Difference> samples) {
    SeriesDifference series =
        SeriesDifference.of(
            "train/loss", new TreeMap<>(Map.of(1, 1.0)), new TreeMap<>(Map.of(1, loss)));
    List<Difference> jdk = Difference.of("JDK", "25", "26");
    return new Reproduction(results, List.of(series), List.of(), notes, samples, List.of(), jdk)
        .verdict(1e-6);
  }

  @Test
  void anotherJdkDecidesNothing() {
    assertThat(verdict(NONE, 1, NONE, NONE)).isEqualTo(Verdict.SAME);
  }

  @Test
  void numbersThatAreCloseAreWithin() {
    assertThat(verdict(NONE, 1 + 1e-7, NONE, NONE)).isEqualTo(Verdict.WITHIN);
    assertThat(verdict(DIGEST, 1 + 1e-7, NONE, NONE)).isEqualTo(Verdict.WITHIN);
    assertThat(verdict(DIGEST, 1 + 1e-5, NONE, NONE)).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void aDigestThatNoNumberExplainsIsDifferent() {
    assertThat(verdict(DIGEST, 1, NONE, NONE)).isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void whatIsNoNumberIsTheSameOrDifferent() {
    assertThat(verdict(Difference.of("steps", 3, 4), 1, NONE, NONE)).isEqualTo(Verdict.DIFFERENT);
    assertThat(verdict(NONE, 1, Difference.of("tokenizer", "ab", "ba"), NONE))
        .isEqualTo(Verdict.DIFFERENT);
    assertThat(verdict(NONE, 1, NONE, Difference.of("sample 1", "anna", "anno")))
        .isEqualTo(Verdict.DIFFERENT);
  }
}
