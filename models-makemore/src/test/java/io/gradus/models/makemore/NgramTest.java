package io.gradus.models.makemore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.data.Characters;
import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.data.Texts;
import io.gradus.nn.CountedModel;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NgramTest {
  private static Documents documents(Characters.Boundary boundary, String... texts) {
    Texts all = new Texts(List.of(texts));
    return new Characters(boundary).fit(all).read(all);
  }

  /// Two words of the letters a and b: `.ab.` and `.b.`, with . = 0, a = 1, b = 2.
  private static final Documents WORDS = documents(Characters.Boundary.DOT, "ab", "b");

  /// The text `/ab/b/`, with / = 0 for the line break, a = 1, b = 2.
  private static final Documents TEXT = documents(Characters.Boundary.NONE, "\nab\n", "b\n");

  private static double[] table(Slice counts) {
    double[] table = new double[counts.size()];
    counts.read(table);
    return table;
  }

  @Test
  void trigramsOfTwoWordsAreCountedWithTwoBoundariesBeforeEach() {
    Slice counts = new Ngram(3, 0).count(WORDS).parameters().getFirst();
    assertThat(counts.name()).isEqualTo("counts");
    assertThat(counts.shape()).containsExactly(3, 3, 3);
    double[] expected = new double[27];
    expected[0 + 0 + 1]++; // ..a
    expected[0 + 3 + 2]++; // .ab
    expected[9 + 6 + 0]++; // ab.
    expected[0 + 0 + 2]++; // ..b
    expected[0 + 6 + 0]++; // .b.
    assertThat(table(counts)).containsExactly(expected);
  }

  /// The windows of `/ab/b/` are `/ab`, `ab/`, `b/b` and `/b/`, and none reaches out of the text.
  @Test
  void withoutABoundaryTheDocumentsAreOneText() {
    Slice counts = new Ngram(3, 0).count(TEXT).parameters().getFirst();
    double[] expected = new double[27];
    expected[0 + 3 + 2]++;
    expected[9 + 6 + 0]++;
    expected[18 + 0 + 2]++;
    expected[0 + 6 + 0]++;
    assertThat(table(counts)).containsExactly(expected);
  }

  /// After `/` came a once, after any other pair one thing: `/b/` is seen with 1/1, `/ab` with 1/1.
  @Test
  void onlyWholeWindowsCountForTheLoss() {
    CountedModel model = new Ngram(2, 0).count(TEXT); // /a ab b/ /b b/
    assertThat(model.evaluate(TEXT).loss()).isCloseTo(2 * Math.log(2) / 5, within(1e-15));
    assertThat(model.evaluate(TEXT).others().get("perplexity"))
        .isCloseTo(Math.pow(2, 0.4), within(1e-15));
  }

  /// `/` stands 3 times in `/ab/b/`, b twice, a once.
  @Test
  void aGramOfOneTokenIsItsShare() {
    CountedModel model = new Ngram(1, 0).count(TEXT);
    assertThat(table(model.parameters().getFirst())).containsExactly(3, 1, 2);
    double expected = (3 * Math.log(2) + Math.log(6) + 2 * Math.log(3)) / 6;
    assertThat(model.evaluate(TEXT).loss()).isCloseTo(expected, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"0", "0.1", "1", "3.7"})
  void twoTokensAreBigramCountsToTheLastBit(double smoothing) {
    Documents names = documents(Characters.Boundary.DOT, "emma", "olivia", "ava", "isabella");
    CountedModel bigrams = new BigramCounts(smoothing).count(names);
    CountedModel grams = new Ngram(2, smoothing).count(names);
    assertThat(table(grams.parameters().getFirst()))
        .containsExactly(table(bigrams.parameters().getFirst()));
    assertThat(grams.evaluate(names).loss()).isEqualTo(bigrams.evaluate(names).loss());
    LanguageModel.Reading one = ((LanguageModel) bigrams).read();
    LanguageModel.Reading other = ((LanguageModel) grams).read();
    for (int token : new int[] {0, 2, 5, 5, 1, 0}) {
      assertThat(other.next(token)).containsExactly(one.next(token));
    }
  }

  /// After `..` come a and b, after `.a` b, after `ab` the end.
  @Test
  void aReadingSeesTheLastTokens() {
    LanguageModel model = (LanguageModel) new Ngram(3, 0).count(WORDS);
    LanguageModel.Reading reading = model.read();
    double never = Double.NEGATIVE_INFINITY;
    double half = StrictMath.log(0.5);
    assertThat(reading.next(0)).containsExactly(never, half, half);
    assertThat(reading.next(1)).containsExactly(never, never, 0);
    assertThat(reading.next(2)).containsExactly(0, never, never);
    assertThat(model.read().next(0)).containsExactly(never, half, half);
  }

  @Test
  void smoothingMakesAllTokensAfterAnUnseenContextEquallyLikely() {
    LanguageModel model = (LanguageModel) new Ngram(3, 0.5).count(WORDS);
    LanguageModel.Reading reading = model.read();
    double[] _ = reading.next(1);
    assertThat(reading.next(1)) // aa was never seen
        .containsExactly(new double[] {-Math.log(3), -Math.log(3), -Math.log(3)}, within(1e-15));
  }

  @Test
  void fiveTokensOfTwentySevenFitAndSixAreRefusedBeforeMemoryIsAskedFor() {
    var nothing = new Documents(new Form.Tokens(27, OptionalInt.empty()), List.of());
    assertThat(new Ngram(5, 0).count(nothing).parameters().getFirst().size())
        .isEqualTo(14_348_907); // 27⁵
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ngram(6, 0).count(nothing))
        .withMessage("a table of 27^6 counts is too large; at most 16,000,000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ngram(1000, 0).count(nothing))
        .withMessage("a table of 27^1000 counts is too large; at most 16,000,000");
  }

  @Test
  void onlyDocumentsCanBeCounted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ngram(3, 0).count(new Texts(List.of("ab"))))
        .withMessage("ngram counts documents, not text without a tokenizer");
  }

  @Test
  void settingsThatMeanNothingAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ngram(0, 0))
        .withMessage("length = 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ngram(3, Double.NaN))
        .withMessage("smoothing = NaN must be at least 0");
  }

  /// The grid of EurekaLabsAI's ngram: losses on its own train.txt and val.txt, four digits.
  @Tag("needs-data")
  @ParameterizedTest
  @CsvSource({
    "3, 0.03, 2.1843, 2.2443",
    "3, 0.1, 2.1870, 2.2401",
    "3, 0.3, 2.1935, 2.2404",
    "3, 1.0, 2.2117, 2.2521",
    "4, 0.03, 1.8703, 2.1376",
    "4, 0.1, 1.9028, 2.1118",
    "4, 0.3, 1.9677, 2.1269",
    "4, 1.0, 2.1006, 2.2114",
    "5, 0.03, 1.4955, 2.3540",
    "5, 0.1, 1.6335, 2.2814",
    "5, 0.3, 1.8610, 2.3210",
    "5, 1.0, 2.2132, 2.4903"
  })
  void thePublishedGridIsReached(int length, double smoothing, double train, double validation)
      throws IOException {
    EurekaNames names = EurekaNames.read();
    CountedModel model = new Ngram(length, smoothing).count(names.train());
    assertThat(model.evaluate(names.train()).loss()).isCloseTo(train, within(5e-5));
    assertThat(model.evaluate(names.validation()).loss()).isCloseTo(validation, within(5e-5));
  }

  @Test
  @Tag("needs-data")
  void theBestOfTheGridHasThePublishedTestLoss() throws IOException {
    EurekaNames names = EurekaNames.read();
    var test = new Ngram(4, 0.1).count(names.train()).evaluate(names.test());
    assertThat(test.loss()).isCloseTo(2.106370, within(5e-7));
    assertThat(test.others().get("perplexity")).isCloseTo(8.218358, within(5e-6));
  }

  /// The exercise of makemore's first lecture; the losses by a few lines of Python.
  @Tag("needs-data")
  @ParameterizedTest
  @CsvSource({
    "0, 2.185743242470575",
    "0.03, 2.186994671593422",
    "0.1, 2.1895398830245787",
    "1, 2.212582422234728"
  })
  void theTrigramsOfTheNames(double smoothing, double loss) throws IOException {
    String[] lines = Files.readAllLines(NeededFile.shared("data/names.txt")).toArray(String[]::new);
    Documents names = documents(Characters.Boundary.DOT, lines);
    CountedModel model = new Ngram(3, smoothing).count(names);
    assertThat(model.evaluate(names).loss()).isCloseTo(loss, within(1e-11));
    double[] counts = table(model.parameters().getFirst());
    assertThat(Arrays.stream(counts).sum()).isEqualTo(228_146);
    assertThat(Arrays.stream(counts).filter(count -> count > 0)).hasSize(6063);
  }
}
