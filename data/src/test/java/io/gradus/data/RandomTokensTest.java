package io.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradus.random.Algorithm;
import io.gradus.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RandomTokensTest {
  private static Documents load(RandomTokens spec, long seed) {
    return spec.load(Desk.of(Algorithm.PHILOX, seed));
  }

  @Test
  void theSameSeedGivesTheSameTokens() {
    var spec = new RandomTokens(5, 3, 20, false);
    Documents first = load(spec, 7);
    assertThat(first.documents())
        .hasSize(3)
        .allMatch(document -> document.length == 20)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(load(spec, 7).documents());
    assertThat(load(spec, 8).documents().getFirst()).isNotEqualTo(first.documents().getFirst());
    assertThat(first.documents().get(0)).isNotEqualTo(first.documents().get(1));
  }

  @Test
  void everyTokenOccursAndNoOther() {
    Documents documents = load(new RandomTokens(5, 1, 1000, false), 1);
    assertThat(Arrays.stream(documents.documents().getFirst()).distinct())
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    assertThat(documents.form()).isEqualTo(new Form.Tokens(5, OptionalInt.empty()));
  }

  @Test
  void theBoundaryStandsInNoDocument() {
    Documents documents = load(new RandomTokens(5, 1, 1000, true), 1);
    assertThat(Arrays.stream(documents.documents().getFirst()).distinct())
        .containsExactlyInAnyOrder(1, 2, 3, 4);
    assertThat(documents.form()).isEqualTo(new Form.Tokens(5, 0));
  }

  @Test
  void theyAreDrawnFromTheStreamOfTheData() {
    Desk desk = new Desk(Desk.offline(List.of()), Streams.named(1, Map.of()));
    Documents _ = new RandomTokens(5, 1, 3, false).load(desk);
    assertThat(desk.streams().states()).containsOnlyKeys("data");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomTokens(1, 1, 1, false))
        .withMessage("vocabulary = 1 must be at least 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomTokens(2, 0, 1, false))
        .withMessage("documents = 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomTokens(2, 1, 0, false))
        .withMessage("length = 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RandomTokens(2, 100_000, 1001, false))
        .withMessage("length = 1001 times documents = 100000 is more than 100,000,000 tokens");
  }
}
