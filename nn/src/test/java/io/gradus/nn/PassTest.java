package io.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gradus.random.CPython;
import io.gradus.random.Generator;
import io.gradus.tensor.Buffer;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassTest {
  private static final Tensor X = Tensor.of(new double[] {1, 2}, 1, 2);

  /// Two numbers more than came in, so that adding what came in fails.
  private record Broken() implements Layer {
    @Override
    public Tensor apply(Tensor x, Pass pass) {
      return x.add(Tensor.of(new double[] {1, 2, 3}, 3));
    }
  }

  private record Around(Layer inner) implements Layer {
    @Override
    public Tensor apply(Tensor x, Pass pass) {
      return pass.through("inner", inner, x);
    }
  }

  private record Twice() implements Layer {
    @Override
    public Tensor apply(Tensor x, Pass pass) {
      return x.mul(2);
    }
  }

  @Test
  void aFailureKnowsTheWayToTheLayer() {
    Pass pass = Pass.evaluation();
    assertThatExceptionOfType(LayerException.class)
        .isThrownBy(() -> pass.through("layers.3", new Around(new Broken()), X))
        .withMessageStartingWith("layers.3.inner (Broken): ")
        .satisfies(failure -> assertThat(failure.place()).isEqualTo("layers.3.inner"));
    // the way back is found after a failure
    assertThatExceptionOfType(LayerException.class)
        .isThrownBy(() -> pass.through("head", new Broken(), X))
        .satisfies(failure -> assertThat(failure.place()).isEqualTo("head"));
  }

  @Test
  void aWatcherIsToldOfInnerLayersFirst() {
    List<String> seen = new ArrayList<>();
    Pass pass =
        Pass.evaluation()
            .watchedBy((place, layer, y) ->
                seen.add(
                    "%s %s %s"
                        .formatted(place, layer.getClass().getSimpleName(), y.toDoubles()[1])));
    Tensor _ = pass.through("body", new Around(new Twice()), X);
    assertThat(seen).containsExactly("body.inner Twice 4.0", "body Around 4.0");
  }

  @Test
  void aBufferChangesWhenThePassIsSettled() {
    var mean = new Buffer("mean", Tensor.of(new double[] {0}, 1));
    Pass pass = Pass.evaluation();
    pass.remember(mean, Tensor.of(new double[] {5}, 1));
    assertThat(mean.value().toDoubles()).containsExactly(0);
    pass.settle();
    assertThat(mean.value().toDoubles()).containsExactly(5);
    mean.update(Tensor.of(new double[] {7}, 1));
    pass.settle(); // nothing is remembered twice
    assertThat(mean.value().toDoubles()).containsExactly(7);
  }

  @Test
  void theLastThatWasRememberedStays() {
    var mean = new Buffer("mean", Tensor.of(new double[] {0}, 1));
    Pass pass = Pass.evaluation();
    pass.remember(mean, Tensor.of(new double[] {5}, 1));
    assertThat(pass.latest(mean).toDoubles()).containsExactly(5);
    pass.remember(mean, Tensor.of(new double[] {6}, 1));
    assertThat(pass.latest(mean).toDoubles()).containsExactly(6);
    pass.settle();
    assertThat(pass.latest(mean).toDoubles()).containsExactly(6);
    assertThat(mean.value().toDoubles()).containsExactly(6);
  }

  @Test
  void anEvaluationIsNotRandom() {
    Pass pass = Pass.evaluation();
    assertThat(pass.training()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(pass::random)
        .withMessage("an evaluation draws no random numbers");
  }

  @Test
  void theStreamIsAskedForWhenALayerNeedsIt() {
    List<Generator> asked = new ArrayList<>();
    Pass pass =
        Pass.training(() -> {
          asked.add(new CPython(1));
          return asked.getLast();
        });
    assertThat(pass.training()).isTrue();
    assertThat(pass.watchedBy((place, layer, y) -> {}).training()).isTrue();
    assertThat(asked).isEmpty();
    assertThat(pass.random()).isSameAs(asked.getFirst());
  }
}
