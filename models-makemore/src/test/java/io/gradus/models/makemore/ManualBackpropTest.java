package io.gradus.models.makemore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.data.Chunks;
import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.data.Sequences;
import io.gradus.data.Windows;
import io.gradus.models.makemore.ManualBackprop.Backward;
import io.gradus.nn.GradientComparison;
import io.gradus.nn.HandDifferentiated;
import io.gradus.nn.Init;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Outcome;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.random.Philox;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.DType;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.ShapeException;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManualBackpropTest {
  /// Every intermediate of the lecture's exercise, in its order.
  private static final List<String> NAMES =
      List.of(
          "logprobs",
          "probs",
          "counts_sum_inv",
          "counts_sum",
          "counts",
          "norm_logits",
          "logit_maxes",
          "logits",
          "h",
          "W2",
          "b2",
          "hpreact",
          "bngain",
          "bnbias",
          "bnraw",
          "bnvar_inv",
          "bnvar",
          "bndiff2",
          "bndiff",
          "bnmeani",
          "hprebn",
          "embcat",
          "W1",
          "b1",
          "emb",
          "C");

  private static final Pass PASS = Pass.training(() -> new Philox(0));

  /// Documents of 1 to 7 tokens, cut into windows.
  private static Sequences examples(int vocabulary, int length, int size, long seed) {
    var random = new Philox(seed);
    List<int[]> documents = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int[] document = new int[1 + random.below(7)];
      for (int j = 0; j < document.length; j++) {
        document[j] = 1 + random.below(vocabulary - 1);
      }
      documents.add(document);
    }
    var form = new Form.Tokens(vocabulary, 0);
    Sequences all = new Windows(length).cut(new Documents(form, documents));
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      places[i] = random.below(all.size());
    }
    return all.select(places);
  }

  private static TrainedModel model(Backward backward, int hidden, DType type, Dataset data) {
    return new ManualBackprop(10, hidden, backward, 0.001, type).build(data.form(), new Philox(1));
  }

  private static double[] gradient(Slice slice) {
    double[] gradient = new double[slice.size()];
    slice.readGradient(gradient);
    return gradient;
  }

  @Test
  void theParametersAreThoseOfTheLecture() {
    Sequences data = examples(27, 3, 32, 1);
    assertThat(model(Backward.FUSED, 64, DType.FLOAT32, data).parameters())
        .extracting(Slice::name)
        .containsExactly("C", "W1", "b1", "W2", "b2", "bngain", "bnbias");
    assertThat(count(model(Backward.FUSED, 64, DType.FLOAT32, data))).isEqualTo(4137);
    assertThat(count(model(Backward.FUSED, 200, DType.FLOAT32, data))).isEqualTo(12_297);
  }

  private static int count(TrainedModel model) {
    return model.parameters().stream().mapToInt(Slice::size).sum();
  }

  @ParameterizedTest
  @CsvSource({
    "27, 3, 64, 32, 1",
    "27, 3, 64, 32, 2",
    "27, 3, 200, 32, 3",
    "27, 8, 24, 7, 4",
    "5, 1, 3, 2, 5",
    "2, 2, 1, 100, 6"
  })
  void everyGradientByHandIsThatOfAutograd(
      int vocabulary, int length, int hidden, int size, long seed) {
    Sequences data = examples(vocabulary, length, size, seed);
    var model = (HandDifferentiated) model(Backward.FUSED, hidden, DType.FLOAT64, data);

    List<GradientComparison> rows = model.compare(data);

    var names = new ArrayList<>(NAMES);
    names.addAll(List.of("logits (fused)", "hprebn (fused)"));
    assertThat(rows).extracting(GradientComparison::name).containsExactlyElementsOf(names);
    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row.approximate()).as(row.name()).isTrue();
          assertThat(row.maxDifference()).as(row.name()).isLessThan(1e-12);
        });
  }

  /// As in the lecture's own table, of 32 examples with 64 hidden neurons.
  @Test
  void inFloatsEveryStepIsExactAndTheFusedFormulasAreClose() {
    Sequences data = examples(27, 3, 32, 1);
    var model = (HandDifferentiated) model(Backward.STEPWISE, 64, DType.FLOAT32, data);

    List<GradientComparison> rows = model.compare(data);

    assertThat(rows).allSatisfy(row -> assertThat(row.approximate()).as(row.name()).isTrue());
    assertThat(rows.subList(0, 26))
        .allSatisfy(row -> assertThat(row.exact()).as(row.name()).isTrue());
    assertThat(rows.get(26).maxDifference()).isPositive().isLessThan(2e-8);
    assertThat(rows.get(27).maxDifference()).isPositive().isLessThan(5e-9);
  }

  @ParameterizedTest
  @CsvSource({"27, 3, 64, 32, 1", "27, 3, 200, 32, 2", "5, 2, 7, 3, 3"})
  void bothFormsLearnTheSame(int vocabulary, int length, int hidden, int size, long seed) {
    Sequences data = examples(vocabulary, length, size, seed);
    TrainedModel steps = model(Backward.STEPWISE, hidden, DType.FLOAT64, data);
    TrainedModel fused = model(Backward.FUSED, hidden, DType.FLOAT64, data);

    double loss = steps.learn(data, PASS).loss();

    assertThat(fused.learn(data, PASS).loss()).isCloseTo(loss, within(1e-13));
    for (int i = 0; i < steps.parameters().size(); i++) {
      assertThat(gradient(fused.parameters().get(i)))
          .as(steps.parameters().get(i).name())
          .containsExactly(gradient(steps.parameters().get(i)), within(1e-13));
    }
  }

  /// `(loss(w + h) - loss(w - h)) / 2h` of single numbers, without autograd or formulas.
  @Test
  void theGradientsAreTheSlopesOfTheLoss() {
    Sequences data = examples(6, 2, 9, 1);
    TrainedModel model = model(Backward.FUSED, 5, DType.FLOAT64, data);
    Outcome _ = model.learn(data, PASS);
    List<double[]> gradients =
        model.parameters().stream().map(ManualBackpropTest::gradient).toList();
    double h = 1e-6;
    for (int i = 0; i < gradients.size(); i++) {
      Slice slice = model.parameters().get(i);
      int place = slice.size() / 2;
      double[] number = new double[1];
      slice.read(place, number, 1);
      double w = number[0];
      slice.write(place, new double[] {w + h}, 1);
      double above = model.learn(data, PASS).loss();
      slice.write(place, new double[] {w - h}, 1);
      double below = model.learn(data, PASS).loss();
      slice.write(place, new double[] {w}, 1);
      assertThat((above - below) / (2 * h))
          .as(slice.name())
          .isCloseTo(gradients.get(i)[place], within(1e-8));
    }
  }

  @Test
  void aWrongFormulaShows() {
    Sequences data = examples(27, 3, 32, 1);
    MlpWeights weights = MlpWeights.draw(Init.of(new Philox(1), DType.FLOAT64), 27, 3, 10, 16);
    TokenBatch batch = TokenBatch.of(data);
    ForwardSteps forward = ForwardSteps.of(weights, batch);
    Gradients autograd = Autograd.backward(forward.loss());
    SequencedMap<String, Tensor> byHand =
        new LinkedHashMap<>(StepwiseBackward.of(weights, batch).gradients());
    byHand.put("bnvar", autograd.of(forward.bnvar()).mul(1.001)); // as with n for n - 1

    List<GradientComparison> rows = GradientTable.rows(byHand, forward.named(weights), autograd);

    assertThat(rows)
        .filteredOn(row -> !row.approximate())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.name()).isEqualTo("bnvar");
          assertThat(row.exact()).isFalse();
          assertThat(row.maxDifference()).isPositive();
        });
  }

  @Test
  void aBatchMovesTheRunningStatisticsALittle() {
    Sequences data = examples(27, 3, 32, 1);
    TrainedModel model =
        new ManualBackprop(10, 4, Backward.FUSED, 0.5, DType.FLOAT64)
            .build(data.form(), new Philox(1));
    Pass pass = Pass.training(() -> new Philox(0));
    double first = model.evaluate(data).loss();
    double learned = model.learn(data, pass).loss();
    assertThat(model.evaluate(data).loss()).isEqualTo(first); // not before the step is done
    for (int i = 0; i < 60; i++) { // towards the statistics of this batch
      pass.settle();
      learned = model.learn(data, pass).loss();
    }
    assertThat(model.evaluate(data).loss()).isNotEqualTo(first).isCloseTo(learned, within(1e-12));
  }

  @Test
  void aReadingSeesWhatAnExampleHolds() {
    Sequences data = examples(5, 3, 2, 1);
    TrainedModel model = model(Backward.FUSED, 8, DType.FLOAT64, data);
    LanguageModel.Reading reading = ((LanguageModel) model).read();
    int[] document = {4, 2};
    Sequences windows =
        new Windows(3)
            .cut(new Documents(data.form().tokens(), List.of(document))); // 0004 0042 0420
    double sum = 0;
    int before = 0;
    for (int token : new int[] {4, 2, 0}) {
      double[] scores = reading.next(before);
      double total = 0;
      for (double score : scores) {
        total += Math.exp(score);
      }
      sum -= scores[token] - Math.log(total);
      before = token;
    }
    assertThat(model.evaluate(windows).loss()).isCloseTo(sum / 3, within(1e-14));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    var spec = new ManualBackprop(10, 8, Backward.FUSED, 0.001, DType.FLOAT32);
    Form.Tokens tokens = new Form.Tokens(5, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.build(tokens, new Philox(1)))
        .withMessage(
            "manual-backprop learns the token after some others, not from documents of tokens; say"
                + " how many, such as examples: {type: windows, length: 3}");
    Form chunks = new Chunks(2).cut(new Documents(tokens, List.of(new int[] {1, 2, 3}))).form();
    assertThatIllegalArgumentException().isThrownBy(() -> spec.build(chunks, new Philox(1)));
    Sequences data = examples(5, 3, 4, 1);
    TrainedModel model = spec.build(data.form(), new Philox(1));
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> model.learn(data.select(0), PASS))
        .withMessage(
            "one example has no variance, which the batch norm divides by; two at least are wanted");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ManualBackprop(0, 8, Backward.FUSED, 0.001, DType.FLOAT32))
        .withMessage("embedding = 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ManualBackprop(10, 0, Backward.FUSED, 0.001, DType.FLOAT32))
        .withMessage("hidden = 0 must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ManualBackprop(10, 8, Backward.FUSED, 1.5, DType.FLOAT32))
        .withMessage("momentum = 1.5 is outside [0, 1]");
  }
}
