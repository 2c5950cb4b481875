package io.gradus.nn.network;

import static io.gradus.nn.network.Small.embedding;
import static io.gradus.nn.network.Small.linear;
import static io.gradus.nn.network.Small.network;
import static io.gradus.nn.network.Small.points;
import static io.gradus.nn.network.Small.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradus.data.Chunks;
import io.gradus.data.DataException;
import io.gradus.data.Dataset;
import io.gradus.data.Padded;
import io.gradus.data.Windows;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.initialisers.Constant;
import io.gradus.nn.initialisers.Zeros;
import io.gradus.nn.layers.Flatten;
import io.gradus.nn.layers.ReluSquared;
import io.gradus.nn.layers.Residual;
import io.gradus.nn.layers.Tanh;
import io.gradus.nn.losses.CrossEntropy;
import io.gradus.nn.losses.Mse;
import io.gradus.nn.losses.Reduction;
import io.gradus.tensor.DType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {
  private static final Dataset XOR =
      points(
          new double[] {0, 0, 0},
          new double[] {0, 1, 1},
          new double[] {1, 0, 1},
          new double[] {1, 1, 0});

  private static final Mse MSE = new Mse(Reduction.MEAN);

  @ParameterizedTest
  @EnumSource
  void pointsAreLearned(DType type) {
    Network network =
        network(spec(Small.CROSS_ENTROPY, type, linear(8), new Tanh(), linear(2)), XOR);
    assertThat(Small.descend(network, XOR, 1, 400)).isLessThan(0.02);
    assertThat(network.evaluate(XOR).others()).containsEntry("accuracy", 1.0);
    assertThat(network.parameters()).allMatch(slice -> slice.type() == type);
  }

  @ParameterizedTest
  @EnumSource
  void numbersAreLearned(DType type) {
    Network network = network(spec(MSE, type, linear(8), new Tanh(), linear(1)), XOR);
    assertThat(Small.descend(network, XOR, 0.2, 800)).isLessThan(0.001);
    assertThat(network.evaluate(XOR).others()).isEmpty();
  }

  /// `ab` again and again: only what begins a document cannot be known.
  @ParameterizedTest
  @EnumSource
  void tokensAreLearned(DType type) {
    Dataset windows = new Windows(2).cut(Small.documents(new int[] {1, 2, 1, 2, 1, 2}));
    Network network =
        network(spec(Small.CROSS_ENTROPY, type, embedding(4), new Flatten(), linear(5)), windows);
    double before = network.evaluate(windows).loss();
    assertThat(before).isGreaterThan(1);
    assertThat(Small.descend(network, windows, 0.5, 400)).isLessThan(0.35);
  }

  @Test
  void theGradientsAreSlopes() {
    requireSlopes(network(Small.transformer(DType.FLOAT64), chunks(3)), chunks(3));
    Dataset padded =
        new Padded(4).cut(Small.documents(new int[] {1, 2}, new int[] {3, 4, 1, 2, 3}));
    requireSlopes(network(Small.transformer(DType.FLOAT64), padded), padded);
    requireSlopes(network(spec(linear(3), new Tanh(), linear(2)), XOR), XOR);
  }

  private static Dataset chunks(int length) {
    return new Chunks(length).cut(Small.documents(new int[] {1, 2, 3, 4, 2, 1}));
  }

  private static void requireSlopes(Network network, Dataset data) {
    double step = 1e-6;
    double _ = network.learn(data, Pass.evaluation()).loss();
    for (Slice slice : network.parameters()) {
      double[] w = new double[slice.size()];
      double[] g = new double[slice.size()];
      slice.read(w);
      slice.readGradient(g);
      for (int i = 0; i < w.length; i++) {
        double before = w[i];
        w[i] = before + step;
        double above = lossWith(w, slice, network, data);
        w[i] = before - step;
        double below = lossWith(w, slice, network, data);
        w[i] = before;
        assertThat(g[i])
            .as("%s, number %d", slice.name(), i)
            .isCloseTo((above - below) / (2 * step), within(1e-8));
      }
      slice.write(w);
    }
  }

  private static double lossWith(double[] w, Slice slice, Network network, Dataset data) {
    slice.write(w);
    return network.evaluate(data).loss();
  }

  /// The scores are the point itself: 2 of 3 are right, and the last costs most.
  @Test
  void accuracyIsTheShareOfTheLikeliest() {
    Dataset three = points(new double[] {3, 3, 0}, new double[] {1, 3, 1}, new double[] {5, 2, 1});
    Network network = network(spec(linear(2, new Zeros(), new Zeros())), three);
    network.parameters().getFirst().write(new double[] {1, 0, 0, 1});
    var outcome = network.evaluate(three);
    assertThat(outcome.others()).containsEntry("accuracy", 2 / 3.0);
    double expected =
        StrictMath.log(2)
            + StrictMath.log1p(StrictMath.exp(-2))
            + StrictMath.log1p(StrictMath.exp(3));
    assertThat(outcome.loss()).isCloseTo(expected / 3, within(1e-15));
  }

  /// A document of one token in a sequence of three: the token, its end, and nothing. The end is
  /// given half of the probability, the four others an eighth each.
  @Test
  void whatIsNoAnswerIsNeitherRightNorWrong() {
    Dataset padded = new Padded(3).cut(Small.documents(new int[] {2}));
    Network network = network(spec(embedding(2), linear(5, new Zeros(), new Zeros())), padded);
    network.parameters().getLast().write(new double[] {StrictMath.log(4), 0, 0, 0, 0});
    var outcome = network.evaluate(padded);
    assertThat(outcome.others()).containsEntry("accuracy", 0.5);
    assertThat(outcome.loss()).isCloseTo(2 * StrictMath.log(2), within(1e-15)); // (ln 8 + ln 2) / 2
  }

  /// 12,000 positions are more than one part of an evaluation, and the last part is shorter.
  @ParameterizedTest
  @EnumSource
  void anEvaluationInPartsIsThatOfTheWhole(Reduction reduction) {
    int[][] documents = new int[3000][];
    for (int i = 0; i < documents.length; i++) {
      int first = i;
      documents[i] = new int[i % 3 + 1];
      Arrays.setAll(documents[i], place -> 1 + (first / 3 + place) % 4);
    }
    Dataset padded = new Padded(4).cut(Small.documents(documents));
    var loss = new CrossEntropy(0, reduction, Optional.empty());
    Network network =
        network(spec(loss, DType.FLOAT64, embedding(3), new Tanh(), linear(5)), padded);
    double whole = network.learn(padded, Pass.evaluation()).loss();
    assertThat(network.evaluate(padded).loss()).isCloseTo(whole, within(1e-12 * whole));
    double right = accuracy(network, padded);
    double first = accuracy(network, padded.range(0, 999));
    double rest = accuracy(network, padded.range(999, 3000));
    // each three documents have 2 + 3 + 4 answers
    assertThat(right).isCloseTo((2997 * first + 6003 * rest) / 9000, within(1e-12));
  }

  private static double accuracy(Network network, Dataset data) {
    return network.evaluate(data).others().getOrDefault("accuracy", Double.NaN);
  }

  @Test
  void noGradientIsLeftWhereTheLossIsNoNumber() {
    Dataset big = points(new double[] {1e30, 0, 1});
    Network network =
        network(spec(MSE, DType.FLOAT32, linear(1, new Constant(1), new Zeros())), big);
    assertThat(network.learn(big, Pass.evaluation()).loss()).isInfinite();
    double[] gradient = new double[2];
    network.parameters().getFirst().readGradient(gradient);
    assertThat(gradient).containsExactly(0, 0);
  }

  @Test
  void theFirstNumberThatIsNoneIsFound() {
    Dataset one = points(new double[] {1, 1, 0});
    Network huge =
        network(
            spec(
                MSE,
                DType.FLOAT32,
                linear(1, new Constant(1e30), new Zeros()),
                new Residual.Spec(List.of(new ReluSquared()))),
            one);
    assertThat(huge.findNonFinite(one, Pass.evaluation()).orElseThrow())
        .startsWith("layers.1.layers.0 (ReluSquared): ")
        .contains(" made Infinity at (0, 0) of FLOAT32 (1, 1)");
    Network square =
        network(spec(MSE, DType.FLOAT32, linear(1, new Constant(1e30), new Zeros())), one);
    assertThat(square.findNonFinite(one, Pass.evaluation()).orElseThrow())
        .doesNotContain("layers.0 (")
        .contains(" made Infinity");
    Network fine = network(spec(MSE, DType.FLOAT32, linear(1)), one);
    assertThat(fine.findNonFinite(one, Pass.evaluation())).isEmpty();
  }

  /// What is held back may have targets that what is learned from has not.
  @Test
  void aTargetThatIsNoClassIsRefused() {
    Network network = network(spec(linear(2)), XOR);
    for (double target : new double[] {-1, 0.5}) {
      Dataset others = points(new double[] {0, 0, target});
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> network.evaluate(others))
          .withMessage("the target %s is no class; this loss compares with 0, 1, ...", target);
    }
  }

  @Test
  void layersAreListedInTheOrderOfAPass() {
    Network network =
        network(spec(linear(3), new Residual.Spec(List.of(new Tanh(), linear(3))), linear(2)), XOR);
    List<PlacedLayer> layers = network.layers(XOR.range(0, 1));
    assertThat(layers)
        .extracting(layer -> "%s %d %s".formatted(layer.place(), layer.depth(), layer.output()))
        .containsExactly(
            "layers.0 0 (1, 3)",
            "layers.1 0 (1, 3)",
            "layers.1.layers.0 1 (1, 3)",
            "layers.1.layers.1 1 (1, 3)",
            "layers.2 0 (1, 2)");
    assertThat(layers)
        .extracting(layer -> layer.parameters().stream().map(Slice::name).toList())
        .containsExactly(
            List.of("layers.0.weight", "layers.0.bias"),
            List.of(),
            List.of(),
            List.of("layers.1.layers.1.weight", "layers.1.layers.1.bias"),
            List.of("layers.2.weight", "layers.2.bias"));
  }
}
