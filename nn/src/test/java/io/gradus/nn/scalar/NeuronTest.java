package io.gradus.nn.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.random.CPython;
import io.gradus.random.Generator;
import io.gradus.scalar.Leaf;
import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeuronTest {
  private static Values row(double... numbers) {
    return Values.copyOf(Arrays.stream(numbers).mapToObj(Value::of).toList());
  }

  /// micrograd's README: `random.seed(1337); Neuron(2)` of (1, -2), drawn as `gout.svg`.
  @Test
  void theNeuronOfTheReadmeHasItsNumbers() {
    Neuron neuron = Neuron.create(2, Activation.RELU, new CPython(1337));
    Values x = row(1, -2);
    Value y = neuron.apply(x);
    y.backward();
    assertThat(neuron.weights().get(0).data()).isEqualTo(0.23550571390294128);
    assertThat(neuron.weights().get(1).data()).isEqualTo(0.06653114721000164);
    assertThat(neuron.bias().data()).isZero();
    assertThat(y.data()).isCloseTo(0.102443419482938, within(1e-15));
    assertThat(neuron.weights().get(0).grad()).isEqualTo(1);
    assertThat(neuron.weights().get(1).grad()).isEqualTo(-2);
    assertThat(neuron.bias().grad()).isEqualTo(1);
    assertThat(x.get(0).grad()).isEqualTo(0.23550571390294128);
    assertThat(x.get(1).grad()).isEqualTo(0.06653114721000164);
  }

  @Test
  void eachActivationDoesWhatItsNameSays() {
    Values x = row(2);
    Leaf bias = Value.of(-4);
    Values weight = row(1);
    assertThat(new Neuron(weight, bias, Activation.LINEAR).apply(x).data()).isEqualTo(-2);
    assertThat(new Neuron(weight, bias, Activation.RELU).apply(x).data()).isZero();
    assertThat(new Neuron(weight, bias, Activation.TANH).apply(x).data())
        .isCloseTo(-0.9640275800758169, within(1e-15));
    assertThat(new Neuron(weight, bias, Activation.SIGMOID).apply(x).data())
        .isCloseTo(0.11920292202211755, within(1e-15));
  }

  @Test
  void aLayerDrawsNeuronAfterNeuron() {
    Layer layer = Layer.create(2, 3, Activation.LINEAR, new CPython(1337));
    Generator init = new CPython(1337);
    for (Neuron neuron : layer.neurons()) {
      assertThat(neuron.weights())
          .extracting(Value::data)
          .containsExactly(init.uniform(-1, 1), init.uniform(-1, 1));
    }
    assertThat(layer.apply(row(0, 0))).hasSize(3).allMatch(y -> y.data() == 0);
  }

  @Test
  void aMatrixTimesARowIsADotProductForEachRow() {
    Matrix matrix = new Matrix(List.of(row(1, 2), row(3, 4), row(5, 6)));
    Values x = row(10, 1);
    Values y = matrix.times(x);
    assertThat(y).extracting(Value::data).containsExactly(12.0, 34.0, 56.0);
    Value.sum(y).backward();
    assertThat(x).extracting(Value::grad).containsExactly(9.0, 12.0);
    assertThat(matrix.row(1)).extracting(Value::grad).containsExactly(10.0, 1.0);
  }

  @Test
  void aGaussianMatrixIsDrawnRowByRow() {
    Matrix matrix = Matrix.gaussian(2, 3, 0.5, new CPython(42));
    Generator init = new CPython(42);
    for (Values row : matrix.rows()) {
      assertThat(row)
          .extracting(Value::data)
          .containsExactly(init.gaussian(0, 0.5), init.gaussian(0, 0.5), init.gaussian(0, 0.5));
    }
    assertThat(matrix.row(0).getFirst().data()).isEqualTo(-0.07204516478896418);
  }
}
