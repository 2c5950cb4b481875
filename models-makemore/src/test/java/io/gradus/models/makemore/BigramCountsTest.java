package io.gradus.models.makemore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.data.Characters;
import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.data.Points;
import io.gradus.data.Texts;
import io.gradus.nn.CountedModel;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BigramCountsTest {
  private static Documents documents(List<String> lines) {
    Texts texts = new Texts(lines);
    return new Characters(Characters.Boundary.DOT).fit(texts).read(texts);
  }

  /// Two words of the letters a and b: `.ab.` and `.b.`, with . = 0, a = 1, b = 2.
  private static final Documents WORDS = documents(List.of("ab", "b"));

  @Test
  void bigramsOfTwoWordsAreCounted() {
    Slice counts = new BigramCounts(0).count(WORDS).parameters().getFirst();
    double[] table = new double[counts.size()];
    counts.read(table);
    assertThat(counts.name()).isEqualTo("counts");
    assertThat(counts.shape()).containsExactly(3, 3);
    assertThat(table)
        .containsExactly(
            0, 1, 1, // .a .b
            0, 0, 1, // ab
            2, 0, 0); // b. twice
  }

  /// `.a` and `.b` have the probability 1/2 each, all others 1: `2 ln 2` over 5 bigrams.
  @Test
  void theLossIsTheMeanSurprise() {
    assertThat(new BigramCounts(0).count(WORDS).evaluate(WORDS).loss())
        .isCloseTo(2 * Math.log(2) / 5, within(1e-15));
  }

  /// With 1 added: `.a .b` 2/5, `ab` 2/4, `b.` 3/5 twice.
  @Test
  void smoothingAddsToEveryCount() {
    double expected = -(2 * Math.log(0.4) + Math.log(0.5) + 2 * Math.log(0.6)) / 5;
    assertThat(new BigramCounts(1).count(WORDS).evaluate(WORDS).loss())
        .isCloseTo(expected, within(1e-15));
  }

  @Test
  void whatNeverHappenedIsImpossibleUnlessSmoothed() {
    Documents unseen = new Documents(WORDS.form(), List.of(new int[] {2, 1})); // ba
    assertThat(new BigramCounts(0).count(WORDS).evaluate(unseen).loss())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(new BigramCounts(1).count(WORDS).evaluate(unseen).loss())
        .isCloseTo(-Math.log(0.4 * 0.2 * 0.25) / 3, within(1e-15)); // .b 2/5, ba 1/5, a. 1/4
  }

  @Test
  void aReadingScoresWhatMayFollowTheLastTokenAlone() {
    LanguageModel model = (LanguageModel) new BigramCounts(1).count(WORDS);
    LanguageModel.Reading reading = model.read();
    double[] afterDot = reading.next(0);
    assertThat(afterDot)
        .containsExactly(new double[] {Math.log(0.2), Math.log(0.4), Math.log(0.4)}, within(1e-15));
    assertThat(reading.next(2))
        .containsExactly(new double[] {Math.log(0.6), Math.log(0.2), Math.log(0.2)}, within(1e-15));
    assertThat(reading.next(0)).isEqualTo(afterDot);
    assertThat(model.context()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void theBoundaryOfMicrogptIsCountedToo() {
    Texts texts = new Texts(List.of("ab", "b"));
    Documents bos = new Characters(Characters.Boundary.BOS).fit(texts).read(texts);
    Slice counts = new BigramCounts(0).count(bos).parameters().getFirst();
    double[] table = new double[9];
    counts.read(table);
    assertThat(table).containsExactly(0, 1, 0, 0, 0, 2, 1, 1, 0); // a = 0, b = 1, . = 2
  }

  @Test
  void aTableThatIsTooLargeIsRefusedBeforeItIsMade() {
    var many = new Documents(new Form.Tokens(50_000, 0), List.of());
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new BigramCounts(0).count(many))
        .withMessage("a table for 50,000 tokens is too large; at most 4,000");
  }

  @Test
  void writtenCountsAreTheModel() {
    CountedModel model = new BigramCounts(0).count(WORDS);
    Slice counts = model.parameters().getFirst();
    counts.write(new double[] {0, 1, 1, 1, 0, 1, 1, 0, 1});
    assertThat(model.evaluate(WORDS).loss()).isCloseTo(Math.log(2), within(1e-15)); // all 1/2
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> counts.readGradient(new double[9]))
        .withMessage("'counts' has no gradient");
  }

  @Test
  void onlyDocumentsCanBeCounted() {
    BigramCounts bigrams = new BigramCounts(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bigrams.count(new Texts(List.of("ab"))))
        .withMessage("bigram-counts counts documents, not text without a tokenizer");
    Points points = new Points(List.of(new Points.Point(List.of(1.0), -1)));
    assertThat(points.form()).isEqualTo(new Form.Features(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bigrams.count(points))
        .withMessage("bigram-counts counts documents, not points");
  }

  @Test
  void smoothingBelowZeroIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BigramCounts(-1))
        .withMessage("smoothing = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BigramCounts(Double.NaN))
        .withMessage("smoothing = NaN must be at least 0");
  }

  /// makemore's first lecture, in double precision.
  @Tag("needs-data")
  @ParameterizedTest
  @CsvSource({
    "0, 2.4540144892, 5e-11",
    "0.01, 2.4540190, 5e-8",
    "0.1, 2.4540608, 5e-8",
    "1, 2.4545768201, 5e-11",
    "5, 2.4576827, 5e-8",
    "10, 2.4621158, 5e-8",
    "100, 2.5374913, 5e-8"
  })
  void theNamesHaveThePublishedLoss(double smoothing, double loss, double digits)
      throws IOException {
    Documents names = names();
    assertThat(new BigramCounts(smoothing).count(names).evaluate(names).loss())
        .isCloseTo(loss, within(digits));
  }

  @Test
  @Tag("needs-data")
  void theMostFrequentBigramsAreThoseOfTheLecture() throws IOException {
    Documents names = names();
    Slice counts = new BigramCounts(0).count(names).parameters().getFirst();
    double[] table = new double[27 * 27];
    counts.read(table);
    assertThat(count(table, "n.")).isEqualTo(6763);
    assertThat(count(table, "a.")).isEqualTo(6640);
    assertThat(count(table, "an")).isEqualTo(5438);
    assertThat(count(table, ".a")).isEqualTo(4410);
    assertThat(count(table, "e.")).isEqualTo(3983);
    assertThat(count(table, "ar")).isEqualTo(3264);
    assertThat(count(table, "el")).isEqualTo(3248);
    assertThat(Arrays.stream(table).filter(n -> n > 0)).hasSize(627);
  }

  private static double count(double[] table, String bigram) {
    return table[
        ".abcdefghijklmnopqrstuvwxyz".indexOf(bigram.charAt(0)) * 27
            + ".abcdefghijklmnopqrstuvwxyz".indexOf(bigram.charAt(1))];
  }

  private static Documents names() throws IOException {
    return documents(Files.readAllLines(NeededFile.shared("data/names.txt")));
  }

  @Test
  void whatWasNeverSeenIsImpossibleWithoutSmoothing() {
    var form = new Form.Tokens(3, 2);
    var model = new BigramCounts(0).count(new Documents(form, List.of(new int[] {0})));
    assertThat(model.evaluate(new Documents(form, List.of(new int[] {1}))).loss())
        .isEqualTo(Double.POSITIVE_INFINITY);
  }
}
