package io.gradus.nn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.data.Chunks;
import io.gradus.data.Padded;
import io.gradus.data.Sequences;
import io.gradus.data.Windows;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Pass;
import io.gradus.nn.layers.Flatten;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reading token by token gives the scores that were trained.
class TokenNetworkTest {
  private static final int[] DOCUMENT = {1, 2, 4, 3};

  private static Network windows(DType type, Sequences data) {
    return Small.network(
        Small.spec(Small.CROSS_ENTROPY, type, Small.embedding(3), new Flatten(), Small.linear(5)),
        data);
  }

  /// What the network says to each example: a row of scores, or one for each position.
  private static double[][] scores(Network network, Sequences data) {
    int length = data.form().length();
    Tensor inputs = Batch.tokens(data.inputs(), data.size(), length, network.type());
    double[] all =
        Autograd.withoutGraph(() -> network.output(inputs, Pass.evaluation())).toDoubles();
    double[][] rows = new double[all.length / 5][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(all, 5 * i, 5 * i + 5));
    return rows;
  }

  private static Offset<Double> rounding(DType type) {
    return within(type == DType.FLOAT64 ? 1e-14 : 1e-5);
  }

  @ParameterizedTest
  @EnumSource
  void windowsAreReadAsTheyWereLearned(DType type) {
    Sequences data = new Windows(3).cut(Small.documents(DOCUMENT));
    Network network = windows(type, data);
    double[][] trained = scores(network, data);
    LanguageModel.Reading reading = ((LanguageModel) network).read();
    assertThat(reading.next(0)).containsExactly(trained[0], rounding(type));
    for (int i = 0; i < DOCUMENT.length; i++) {
      assertThat(reading.next(DOCUMENT[i])).containsExactly(trained[i + 1], rounding(type));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPositionIsReadAsItWasLearned(DType type) {
    Sequences data = new Padded(5).cut(Small.documents(DOCUMENT));
    Network network = Small.network(Small.transformer(type), data);
    double[][] trained = scores(network, data);
    LanguageModel.Reading reading = ((LanguageModel) network).read();
    assertThat(reading.next(0)).containsExactly(trained[0], rounding(type));
    for (int i = 0; i < DOCUMENT.length; i++) {
      assertThat(reading.next(DOCUMENT[i])).containsExactly(trained[i + 1], rounding(type));
    }
  }

  /// Past its length a reading sees the last tokens only.
  @Test
  void aReadingGoesOnBeyondAChunk() {
    Sequences data = new Chunks(3).cut(Small.documents(DOCUMENT)); // 124>24., 243>43. and so on
    Network network = Small.network(Small.transformer(DType.FLOAT64), data);
    double[][] trained = scores(network, data);
    LanguageModel.Reading reading = ((LanguageModel) network).read();
    for (int i = 0; i < 3; i++) {
      assertThat(reading.next(DOCUMENT[i])).containsExactly(trained[i], rounding(DType.FLOAT64));
    }
    assertThat(reading.next(3)).containsExactly(trained[5], rounding(DType.FLOAT64));
  }

  @Test
  void twoReadingsDoNotKnowEachOther() {
    Sequences data = new Windows(2).cut(Small.documents(DOCUMENT));
    var network = (LanguageModel) windows(DType.FLOAT64, data);
    double[] first = network.read().next(0);
    LanguageModel.Reading other = network.read();
    double[] _ = other.next(3);
    assertThat(network.read().next(0)).containsExactly(first);
    assertThat(other.next(0)).isNotEqualTo(first);
  }

  @Test
  void onlyADocumentThatMustFitEnds() {
    var documents = Small.documents(DOCUMENT);
    var windows = (LanguageModel) windows(DType.FLOAT32, new Windows(3).cut(documents));
    assertThat(windows.context()).isEqualTo(Integer.MAX_VALUE);
    Sequences padded = new Padded(5).cut(documents);
    var fitting = (LanguageModel) Small.network(Small.transformer(DType.FLOAT32), padded);
    assertThat(fitting.context()).isEqualTo(5);
    Sequences chunks = new Chunks(3).cut(documents);
    var endless = (LanguageModel) Small.network(Small.transformer(DType.FLOAT32), chunks);
    assertThat(endless.context()).isEqualTo(Integer.MAX_VALUE);
  }
}
