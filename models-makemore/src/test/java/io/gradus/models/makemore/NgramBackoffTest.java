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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NgramBackoffTest {
  private static Documents documents(String... texts) {
    Texts all = new Texts(List.of(texts));
    return new Characters(Characters.Boundary.DOT).fit(all).read(all);
  }

  /// Two words of the letters a and b: `.ab.` and `.b.`, with . = 0, a = 1, b = 2.
  private static final Documents WORDS = documents("ab", "b");

  private static final double NEVER = Double.NEGATIVE_INFINITY;

  @Test
  void theTablesOfAllLengthsAreCountedFromTheSameGrams() {
    List<Slice> tables = new NgramBackoff(2, 0, 0).count(WORDS).parameters();
    assertThat(tables).extracting(Slice::name).containsExactly("counts.2", "counts.1");
    double[] one = new double[3];
    tables.getLast().read(one);
    assertThat(one).containsExactly(2, 1, 2); // two ends, an a, two b
  }

  /// `aa` was never seen, so what follows a alone decides: b.
  @Test
  void anUnseenContextLeavesItToTheShorterOne() {
    LanguageModel model = (LanguageModel) new NgramBackoff(3, 0, 0).count(WORDS);
    LanguageModel.Reading reading = model.read();
    assertThat(reading.next(1)).containsExactly(NEVER, NEVER, 0); // .a: b
    assertThat(reading.next(1)).containsExactly(NEVER, NEVER, 0); // aa, so a: b
    assertThat(reading.next(2)).containsExactly(0, NEVER, NEVER); // ab: .
    assertThat(reading.next(2)).containsExactly(0, NEVER, NEVER); // bb, so b: .
  }

  /// `ab` was seen once, b twice, and no context three times, so that single tokens decide.
  @Test
  void theThresholdSaysHowOftenIsOftenEnough() {
    double[] share = {StrictMath.log(2 / 5.0), StrictMath.log(1 / 5.0), StrictMath.log(2 / 5.0)};
    for (int threshold : new int[] {2, 1000}) {
      var model = (LanguageModel) new NgramBackoff(3, 0, threshold).count(WORDS);
      assertThat(model.read().next(2)).containsExactly(share);
    }
    var model = (LanguageModel) new NgramBackoff(3, 0, 1).count(WORDS);
    assertThat(model.read().next(2)).containsExactly(0, NEVER, NEVER); // .b once, b twice
  }

  @Test
  void whereEveryContextWasSeenItIsTheNgram() {
    double loss = new Ngram(3, 0.2).count(WORDS).evaluate(WORDS).loss();
    assertThat(new NgramBackoff(3, 0.2, 0).count(WORDS).evaluate(WORDS).loss()).isEqualTo(loss);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.1, 0", "0.1, 1", "1, 5"})
  void theProbabilitiesAfterAnyContextSumToOne(double smoothing, int threshold) {
    var model = (LanguageModel) new NgramBackoff(4, smoothing, threshold).count(WORDS);
    LanguageModel.Reading reading = model.read();
    for (int token : new int[] {0, 1, 1, 2, 2, 0, 2, 1, 0}) {
      double sum = Arrays.stream(reading.next(token)).map(Math::exp).sum();
      assertThat(sum).isCloseTo(1, within(1e-15));
    }
  }

  @Test
  void settingsThatMeanNothingAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NgramBackoff(0, 0, 0))
        .withMessage("length = 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NgramBackoff(2, -1, 0))
        .withMessage("smoothing = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NgramBackoff(2, 0, -1))
        .withMessage("threshold = -1 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new NgramBackoff(6, 0, 0).count(new Documents(new Form.Tokens(27, 0), List.of())))
        .withMessage("a table of 27^6 counts is too large; at most 16,000,000");
  }

  /// By the same rule in a few lines of Python, on the parts of EurekaLabsAI's ngram.
  @Tag("needs-data")
  @ParameterizedTest
  @CsvSource({
    "3, 0.1, 0, 2.186982, 2.239353, 2.222050",
    "4, 0.1, 0, 1.902805, 2.106227, 2.104303",
    "4, 0.1, 5, 1.927692, 2.100661, 2.097710",
    "5, 0.1, 20, 1.902989, 2.123627, 2.116747"
  })
  void theNamesHaveTheLossesOfAnotherProgram(
      int length, double smoothing, int threshold, double train, double validation, double test)
      throws IOException {
    EurekaNames names = EurekaNames.read();
    CountedModel model = new NgramBackoff(length, smoothing, threshold).count(names.train());
    assertThat(model.evaluate(names.train()).loss()).isCloseTo(train, within(5e-7));
    assertThat(model.evaluate(names.validation()).loss()).isCloseTo(validation, within(5e-7));
    assertThat(model.evaluate(names.test()).loss()).isCloseTo(test, within(5e-7));
  }
}
