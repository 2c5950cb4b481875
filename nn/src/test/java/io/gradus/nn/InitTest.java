package io.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.nn.initialisers.Uniform;
import io.gradus.random.CPython;
import io.gradus.random.Generator;
import io.gradus.random.Philox;
import io.gradus.tensor.Buffer;
import io.gradus.tensor.DType;
import io.gradus.tensor.Parameter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitTest {
  private static final Uniform UNIFORM = new Uniform(0, 1);

  private static Init of(Generator generator) {
    return Init.of(generator, DType.FLOAT64);
  }

  private static double[] drawn(Init init, String component, int count) {
    return init.parameter(component, UNIFORM, Fan.each(count)).value().toDoubles();
  }

  private static double[] next(Generator generator, int count) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, _ -> generator.uniform(0, 1));
    return numbers;
  }

  @Test
  void aNameIsTheWayFromTheModel() {
    Init layer = of(new Philox(1)).within("layers").item(3, "Linear", 1);
    assertThat(layer.parameter("weight", UNIFORM, Fan.linear(2, 3)).name())
        .isEqualTo("layers.3.weight");
    assertThat(layer.within("norm").constant("gain", 1, 2).name()).isEqualTo("layers.3.norm.gain");
    assertThat(of(new Philox(1)).parameter("table", UNIFORM, Fan.table(2, 3)).name())
        .isEqualTo("table");
  }

  @Test
  void whatIsConstantIsNotDrawn() {
    var generator = new CPython(1);
    Parameter gain = of(generator).constant("gain", 0.5, 2, 2);
    Buffer mean = of(generator).buffer("mean", 0.25, 3);
    assertThat(gain.value().toDoubles()).containsExactly(0.5, 0.5, 0.5, 0.5);
    assertThat(mean.value().toDoubles()).containsExactly(0.25, 0.25, 0.25);
    assertThat(mean.name()).isEqualTo("mean");
    assertThat(generator.uniform(0, 1)).isEqualTo(new CPython(1).uniform(0, 1));
  }

  @Test
  void theTypeIsThatOfTheModel() {
    Init floats = Init.of(new Philox(1), DType.FLOAT32);
    assertThat(floats.parameter("weight", UNIFORM, Fan.each(2)).value().dtype())
        .isEqualTo(DType.FLOAT32);
    assertThat(floats.within("a").type()).isEqualTo(DType.FLOAT32);
  }

  @Test
  void theStreamOfAParameterDependsOnItsNameAlone() {
    double[] alone = drawn(of(new Philox(1)).within("head"), "bias", 3);
    Init init = of(new Philox(1));
    double[] other = drawn(init.within("head"), "weight", 3);
    assertThat(drawn(init.within("head"), "bias", 3)).containsExactly(alone);
    assertThat(other).isNotEqualTo(alone);
  }

  /// The second linear map of a list draws the same wherever it stands.
  @Test
  void inAListLayersOfOneClassAreCounted() {
    Init list = of(new Philox(1)).within("layers");
    double[] second = drawn(list.item(1, "Linear", 1), "weight", 3);
    assertThat(drawn(list.item(2, "Linear", 1), "weight", 3)).containsExactly(second);
    assertThat(drawn(list.item(1, "Linear", 0), "weight", 3)).isNotEqualTo(second);
    assertThat(drawn(list.item(1, "Embedding", 1), "weight", 3)).isNotEqualTo(second);
  }

  @Test
  void aPublishedGeneratorServesParameterAfterParameter() {
    Init init = of(new CPython(42));
    double[] first = drawn(init.within("layers").item(0, "Linear", 0), "weight", 3);
    double[] second = drawn(init.within("layers").item(1, "Linear", 1), "weight", 2);
    var generator = new CPython(42);
    assertThat(first).containsExactly(next(generator, 3));
    assertThat(second).containsExactly(next(generator, 2));
  }
}
