package io.gradus.data;

import static io.gradus.data.Written.documents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static Texts texts(int n) {
    return new Texts(IntStream.range(0, n).mapToObj(Integer::toString).toList());
  }

  /// makemore's split: the borders are int(0.8 n) and int(0.9 n).
  @Test
  void theSharesFollowEachOther() {
    Split.Parts parts = new Split(0.8, 0.1).cut(texts(13));
    assertThat(parts.train().size()).isEqualTo(10); // of 10.4
    assertThat(parts.validation()).contains(new Texts(List.of("10"))); // up to 11.7
    assertThat(parts.test()).contains(new Texts(List.of("11", "12")));
  }

  /// 32,033 names: 25,626, 3,203 and 3,204 of them, as in makemore part 3.
  @Test
  void theNamesAreSplitAsInTheLecture() {
    Split.Parts parts = new Split(0.8, 0.1).cut(texts(32_033));
    assertThat(parts.train().size()).isEqualTo(25_626);
    assertThat(parts.validation().orElseThrow().size()).isEqualTo(3_203);
    assertThat(parts.test().orElseThrow().size()).isEqualTo(3_204);
  }

  @Test
  void whatHasNoExamplesIsAbsent() {
    Split.Parts all = new Split(1, 0).cut(texts(5));
    assertThat(all.train()).isEqualTo(texts(5));
    assertThat(all.validation()).isEmpty();
    assertThat(all.test()).isEmpty();
    Split.Parts two = new Split(0.9, 0).cut(texts(10));
    assertThat(two.validation()).isEmpty();
    assertThat(two.test()).contains(new Texts(List.of("9")));
  }

  @Test
  void aSingleDocumentIsSplitByItsTokens() {
    Split.Parts parts = new Split(0.5, 0.25).cut(documents("abcdefghi"));
    assertThat(tokens(parts.train())).containsExactly(1, 2, 3, 4); // of 4.5
    assertThat(tokens(parts.validation().orElseThrow())).containsExactly(5, 6); // up to 6.75
    assertThat(tokens(parts.test().orElseThrow())).containsExactly(7, 8, 9);
    assertThat(parts.train().form()).isEqualTo(documents("a").form());
  }

  private static int[] tokens(Dataset part) {
    return ((Documents) part).documents().getFirst();
  }

  @Test
  void severalDocumentsStayWhole() {
    Split.Parts parts = new Split(0.5, 0).cut(documents("abc", "d"));
    assertThat(tokens(parts.train())).containsExactly(1, 2, 3);
    assertThat(tokens(parts.test().orElseThrow())).containsExactly(4);
  }

  @Test
  void thereMustBeSomethingToLearnFrom() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Split(0.3, 0.5).cut(texts(3)))
        .withMessage("train = 0.3 of 3 examples leaves nothing to learn from");
  }

  @Test
  void sharesOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Split(0, 0.5))
        .withMessage("train = 0.0 is outside (0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Split(0.8, 0.3))
        .withMessage("validation = 0.3 is outside [0, 1 - train = 0.8]");
    assertThatIllegalArgumentException().isThrownBy(() -> new Split(1.1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Split(0.5, -0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Split(Double.NaN, 0));
  }
}
