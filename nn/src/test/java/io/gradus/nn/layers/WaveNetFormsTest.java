package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.nn.Init;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Normal;
import io.gradus.random.Philox;
import io.gradus.random.Torch;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The tree of makemore part 5 as convolutions: what the lecture says in "Why convolutions?".
class WaveNetFormsTest {
  private static final Normal INIT = new Normal(0, 1);
  private static final int WIDTH = 12;

  private static final Tensor TOKENS = tokens(16, 8);

  private static Tensor tokens(int b, int t) {
    var generator = new Philox(5);
    double[] tokens = new double[b * t];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = generator.below(27);
    }
    return Tensor.of(tokens, DType.FLOAT32, Shape.of(b, t)); // (B, T)
  }

  private static List<LayerSpec> tree() {
    List<LayerSpec> layers = new ArrayList<>(List.of(new Embedding.Spec(6, INIT)));
    for (int level = 0; level < 3; level++) {
      layers.add(new FlattenConsecutive(2));
      layers.add(new Linear.Spec(WIDTH, false, INIT, INIT));
      layers.addAll(rest());
    }
    return layers;
  }

  private static List<LayerSpec> dilated() {
    List<LayerSpec> layers = new ArrayList<>(List.of(new Embedding.Spec(6, INIT)));
    for (int dilation = 1; dilation <= 4; dilation *= 2) {
      layers.add(new CausalConv1d(WIDTH, 2, dilation, false, INIT, INIT));
      layers.addAll(rest());
    }
    layers.add(new LastPosition());
    return layers;
  }

  private static List<LayerSpec> strided() {
    List<LayerSpec> layers = new ArrayList<>(List.of(new Embedding.Spec(6, INIT)));
    for (int level = 0; level < 3; level++) {
      layers.add(new Conv1d.Spec(WIDTH, 2, 2, 0, 1, false, INIT, INIT));
      layers.addAll(rest());
    }
    return layers;
  }

  private static List<LayerSpec> rest() {
    return List.of(norm(), new Tanh());
  }

  private static BatchNorm1d.Spec norm() {
    return new BatchNorm1d.Spec(
        1e-5,
        0.1,
        BatchNorm1d.Variance.UNBIASED,
        BatchNorm1d.Spread.VARIANCE,
        Optional.empty(),
        INIT,
        INIT);
  }

  /// A published generator draws the weights of all forms in one order, so they begin the same.
  private static float[] scores(List<LayerSpec> layers, Pass pass) {
    var spec = new Sequential.Spec(layers);
    Signal in = new Signal.Tokens(27, Shape.of(8));
    return spec.attach(in, Init.of(new Torch(42), DType.FLOAT32)).apply(TOKENS, pass).toFloats();
  }

  @Test
  void dilatedCausalConvolutionsGiveTheScoresOfTheTree() {
    assertThat(scores(dilated(), Pass.evaluation()))
        .hasSize(16 * WIDTH)
        .isEqualTo(scores(tree(), Pass.evaluation()));
  }

  @Test
  void convolutionsTwoByTwoAreTheTreeInTrainingToo() {
    assertThat(scores(strided(), Pass.training(() -> new Philox(1))))
        .isEqualTo(scores(tree(), Pass.training(() -> new Philox(1))));
  }
}
