package io.gradus.models.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.models.gpt.MicrogptSpec.Engine;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.random.CPython;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Over the letters a, b, c, whose boundary is token 3.
class MicrogptTest {
  private static final Form.Tokens ABC = new Form.Tokens(4, 3);

  private static TrainedModel model(int layers, int embedding, int heads, int context) {
    return new MicrogptSpec(layers, embedding, heads, context, Engine.SCALAR)
        .build(ABC, new CPython(42));
  }

  private static Documents documents(int[]... documents) {
    return new Documents(ABC, List.of(documents));
  }

  /// 27 · 16 + 16 · 16 + 27 · 16 for the tables, 12 · 16² for the block.
  @Test
  void thePublishedModelHas4192Parameters() {
    TrainedModel published =
        new MicrogptSpec(1, 16, 4, 16, Engine.SCALAR)
            .build(new Form.Tokens(27, 26), new CPython(42));
    assertThat(published.parameters().stream().mapToInt(Slice::size).sum()).isEqualTo(4192);
  }

  @Test
  void parametersAreNamedInTheOrderOfThePublishedDraws() {
    assertThat(model(2, 4, 2, 3).parameters())
        .extracting(Slice::name)
        .startsWith("token", "position", "head", "blocks.0.query", "blocks.0.key")
        .endsWith("blocks.1.output", "blocks.1.up", "blocks.1.down")
        .hasSize(15);
  }

  @ParameterizedTest
  @CsvSource({"1, 4, 2, 8", "2, 6, 3, 8", "1, 4, 1, 2"})
  void gradientsMatchFiniteDifferences(int layers, int embedding, int heads, int context) {
    TrainedModel model = model(layers, embedding, heads, context);
    Documents batch = documents(new int[] {0, 1, 2, 1}, new int[] {2});
    for (Slice slice : model.parameters()) {
      model.learn(batch, Pass.evaluation());
      double[] gradient = new double[slice.size()];
      slice.readGradient(gradient);
      double[] numbers = new double[slice.size()];
      slice.read(numbers);
      for (int i = 0; i < numbers.length; i += 3) {
        double h = 1e-6; // the first norm bends sharply where a row is small
        double slope =
            (lossAt(model, batch, slice, i, h) - lossAt(model, batch, slice, i, -h)) / (2 * h);
        assertThat(gradient[i]).as("%s[%d]", slice.name(), i).isCloseTo(slope, within(1e-7));
      }
    }
  }

  private static double lossAt(
      TrainedModel model, Documents batch, Slice slice, int place, double nudge) {
    double[] numbers = new double[slice.size()];
    slice.read(numbers);
    double[] moved = numbers.clone();
    moved[place] += nudge;
    slice.write(moved);
    double loss = model.learn(batch, Pass.evaluation()).loss();
    slice.write(numbers);
    return loss;
  }

  /// A row that no token of the document reads has no gradient, whatever an earlier step left
  /// there.
  @Test
  void aTokenThatDoesNotOccurHasNoGradient() {
    TrainedModel model = model(1, 4, 2, 8);
    model.learn(documents(new int[] {0, 1, 2}), Pass.evaluation());
    model.learn(documents(new int[] {0, 1}), Pass.evaluation());
    Slice token = model.parameters().getFirst();
    double[] gradient = new double[token.size()];
    token.readGradient(gradient);
    assertThat(gradient).endsWith(gradient[12], gradient[13], gradient[14], gradient[15]);
    assertThat(List.of(gradient[8], gradient[9], gradient[10], gradient[11])).containsOnly(0.0);
    assertThat(gradient[0]).isNotZero();
  }

  @Test
  void aDocumentIsReadUpToTheContext() {
    TrainedModel model = model(1, 4, 2, 3);
    double whole = model.learn(documents(new int[] {0, 1, 2, 0, 1}), Pass.evaluation()).loss();
    assertThat(model.learn(documents(new int[] {0, 1, 2, 2, 2}), Pass.evaluation()).loss())
        .isEqualTo(whole);
    assertThat(model.learn(documents(new int[] {0, 1, 0}), Pass.evaluation()).loss())
        .isNotEqualTo(whole);
  }

  /// The reading keeps keys and values; reading afresh gives the same scores.
  @Test
  void scoresDependOnTheTokensReadSoFarAndNothingElse() {
    LanguageModel model = (LanguageModel) model(2, 4, 2, 8);
    LanguageModel.Reading first = model.read();
    LanguageModel.Reading other = model.read();
    double[] start = first.next(3);
    other.next(3);
    other.next(1);
    assertThat(model.read().next(3)).isEqualTo(start).hasSize(4);
    assertThat(other.next(0)).isNotEqualTo(first.next(0));
  }

  @Test
  void wrongSettingsAreRefusedWithTheirRule() {
    assertThatThrownBy(() -> new MicrogptSpec(1, 16, 3, 16, Engine.SCALAR))
        .hasMessage("embedding = 16 must be a multiple of heads = 3");
    assertThatThrownBy(() -> new MicrogptSpec(0, 16, 4, 16, Engine.SCALAR))
        .hasMessage("layers = 0 must be at least 1");
    assertThatThrownBy(() ->
            new MicrogptSpec(1, 16, 4, 16, Engine.SCALAR)
                .build(new Form.Features(2), new CPython(1)))
        .hasMessage("microgpt learns from documents, not points");
  }

  @Test
  void aModelWithoutRoomIsRefusedBeforeItIsMade() {
    assertThatThrownBy(() -> model(1, 40_000, 4, 16))
        .hasMessage(
            "it would have 19,200,960,000 parameters; the scalar engine has room for 20,000,000");
    assertThatThrownBy(() -> model(1, 16, 4, 2_000_000_000))
        .hasMessageEndingWith("the scalar engine has room for 20,000,000");
  }
}
