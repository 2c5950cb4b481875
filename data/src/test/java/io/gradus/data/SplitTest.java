package io.gradus.data;

import static io.gradus.data.Written.documents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
  private static Texts texts(int n) {
    return new Texts(IntStream.range(0, n).mapToObj(Integer::toString).toList());
  }

  private static Split split(double train, double validation) {
    return new Split(Optional.of(train), validation, Optional.empty(), Split.First.TRAIN);
  }

  private static Split heldBack(double validation, double test, Split.First first) {
    return new Split(Optional.empty(), validation, Optional.of(test), first);
  }

  /// makemore's split: the borders are int(0.8 n) and int(0.9 n).
  @Test
  void theSharesFollowEachOther() {
    Split.Parts parts = split(0.8, 0.1).cut(texts(13));
    assertThat(parts.train().size()).isEqualTo(10); // of 10.4
    assertThat(parts.validation()).contains(new Texts(List.of("10"))); // up to 11.7
    assertThat(parts.test()).contains(new Texts(List.of("11", "12")));
  }

  /// 32,033 names: 25,626, 3,203 and 3,204 of them, as in makemore part 3.
  @Test
  void theNamesAreSplitAsInTheLecture() {
    Split.Parts parts = split(0.8, 0.1).cut(texts(32_033));
    assertThat(parts.train().size()).isEqualTo(25_626);
    assertThat(parts.validation().orElseThrow().size()).isEqualTo(3_203);
    assertThat(parts.test().orElseThrow().size()).isEqualTo(3_204);
  }

  @Test
  void whatHasNoExamplesIsAbsent() {
    Split.Parts all = split(1, 0).cut(texts(5));
    assertThat(all.train()).isEqualTo(texts(5));
    assertThat(all.validation()).isEmpty();
    assertThat(all.test()).isEmpty();
    Split.Parts two = split(0.9, 0).cut(texts(10));
    assertThat(two.validation()).isEmpty();
    assertThat(two.test()).contains(new Texts(List.of("9")));
  }

  @Test
  void aSingleDocumentIsSplitByItsTokens() {
    Split.Parts parts = split(0.5, 0.25).cut(documents("abcdefghi"));
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
    Split.Parts parts = split(0.5, 0).cut(documents("abc", "d"));
    assertThat(tokens(parts.train())).containsExactly(1, 2, 3);
    assertThat(tokens(parts.test().orElseThrow())).containsExactly(4);
  }

  @Test
  void thereMustBeSomethingToLearnFrom() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> split(0.3, 0.5).cut(texts(3)))
        .withMessage("train = 0.3 and validation = 0.5 of 3 examples leaves nothing to learn from");
  }

  @Test
  void sharesOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> split(0, 0.5))
        .withMessage("train = 0.0 must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> split(0.8, 0.3))
        .withMessage("validation = 0.3 and train = 0.8 are more than all");
    assertThatIllegalArgumentException().isThrownBy(() -> split(1.1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> split(0.5, -0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> split(Double.NaN, 0));
  }

  /// makemore.py holds 1,000 names back; the rest is learned from.
  @Test
  void theRestIsLearnedFromWhereTheTestIsSaid() {
    Split.Parts parts = heldBack(0, 1000, Split.First.TRAIN).cut(texts(32_033));
    assertThat(parts.train().size()).isEqualTo(31_033);
    assertThat(parts.validation()).isEmpty();
    assertThat(parts.test()).contains(texts(32_033).range(31_033, 32_033));
  }

  /// EurekaLabsAI's files: the test first, then the validation, then what is learned from.
  @Test
  void thePartsMayStandTheOtherWayRound() {
    Split.Parts parts = heldBack(3, 2, Split.First.TEST).cut(texts(9));
    assertThat(parts.test()).contains(new Texts(List.of("0", "1")));
    assertThat(parts.validation()).contains(new Texts(List.of("2", "3", "4")));
    assertThat(parts.train()).isEqualTo(new Texts(List.of("5", "6", "7", "8")));
    Split.Parts shares =
        new Split(Optional.of(0.5), 0.25, Optional.empty(), Split.First.TEST).cut(texts(9));
    assertThat(shares.train()).isEqualTo(new Texts(List.of("5", "6", "7", "8")));
    assertThat(shares.validation()).contains(new Texts(List.of("3", "4")));
    assertThat(shares.test()).contains(new Texts(List.of("0", "1", "2")));
  }

  @Test
  void countsBeyondTheDataAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heldBack(600, 500, Split.First.TRAIN).cut(texts(1000)))
        .withMessage("test = 500 and validation = 600 is more than all 1,000 examples");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heldBack(500, 500, Split.First.TRAIN).cut(texts(1000)))
        .withMessage(
            "test = 500 and validation = 500 of 1,000 examples leaves nothing to learn from");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Split(Optional.of(0.5), 0, Optional.of(0.5), Split.First.TRAIN))
        .withMessage("train = 0.5 and test = 0.5 are both said; one of them is the rest");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> heldBack(0, 1.5, Split.First.TRAIN))
        .withMessage("test = 1.5 is neither a share from 0 to 1 nor a whole number");
  }
}
