package io.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.nn.initialisers.Normal;
import io.gradus.nn.initialisers.Ones;
import io.gradus.nn.initialisers.TorchDefault;
import io.gradus.nn.initialisers.Zeros;
import io.gradus.nn.layers.BatchNorm1d;
import io.gradus.nn.layers.Embedding;
import io.gradus.nn.layers.Linear;
import io.gradus.nn.layers.Residual;
import io.gradus.nn.layers.Sequential;
import io.gradus.nn.layers.Tanh;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

public class ParametersTest {
  /// An embedding whose table is the weight of the head as well.
  public record Tied(Embedding embedding, List<Layer> body, Linear head) {}

  private static final Linear.Spec LINEAR =
      new Linear.Spec(3, true, new TorchDefault(), new TorchDefault());

  private static Init init() {
    return Init.of(new Philox(1), DType.FLOAT32);
  }

  @Test
  void aNameIsTheWayThroughTheComponents() {
    var spec = new Sequential.Spec(List.of(LINEAR, new Tanh(), new Residual.Spec(List.of(LINEAR))));
    Parameters parameters = Parameters.of(spec.attach(Signal.numbers(4), init()));
    assertThat(parameters.learned())
        .extracting(Parameters.Entry::name)
        .containsExactly(
            "layers.0.weight",
            "layers.0.bias",
            "layers.2.layers.0.weight",
            "layers.2.layers.0.bias");
    assertThat(parameters.count()).isEqualTo(4 * 3 + 3 + 3 * 3 + 3);
  }

  @Test
  void buffersStandApartFromWhatIsLearned() {
    var norm =
        new BatchNorm1d.Spec(
            1e-5,
            0.1,
            BatchNorm1d.Variance.BIASED,
            BatchNorm1d.Spread.VARIANCE,
            Optional.empty(),
            new Ones(),
            new Zeros());
    var spec = new Sequential.Spec(List.of(LINEAR, norm));
    Parameters parameters = Parameters.of(spec.attach(Signal.numbers(4), init()));
    assertThat(parameters.learned())
        .extracting(Parameters.Entry::name)
        .containsExactly("layers.0.weight", "layers.0.bias", "layers.1.gain", "layers.1.bias");
    assertThat(parameters.kept())
        .extracting(Parameters.Entry::name)
        .containsExactly("layers.1.runningMean", "layers.1.runningSpread");
    assertThat(parameters.count()).isEqualTo(12 + 3 + 3 + 3);
  }

  @Test
  void aTiedWeightIsListedOnceUnderItsFirstName() {
    var tokens = new Signal.Tokens(3, Shape.SCALAR);
    Embedding embedding =
        new Embedding.Spec(3, new Normal(0, 1)).attach(tokens, init().within("embedding"));
    var tied =
        new Tied(embedding, List.of(new Tanh()), new Linear(embedding.table(), Optional.empty()));
    Parameters parameters = Parameters.of(tied);
    assertThat(parameters.learned())
        .extracting(Parameters.Entry::name)
        .containsExactly("embedding.table");
    assertThat(parameters.count()).isEqualTo(9);
  }

  /// A parameter is what it is, not what it holds.
  @Test
  void equalNumbersAreNotTied() {
    Linear one = LINEAR.attach(Signal.numbers(2), init());
    Linear other = LINEAR.attach(Signal.numbers(2), init());
    Tensor first = one.weight().value();
    assertThat(first.toFloats()).containsExactly(other.weight().value().toFloats());
    assertThat(Parameters.of(new Sequential(List.of(one, other))).learned()).hasSize(4);
  }
}
