package io.gradus.nn.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.nn.Slice;
import io.gradus.random.CPython;
import io.gradus.scalar.Leaf;
import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarParametersTest {
  /// A part with every kind of parameter, and a setting that is none.
  public record Part(Leaf single, Values row, Matrix matrix, int setting) {}

  /// A model of parts.
  public record Whole(Part first, List<Part> others) {}

  private static Values row(double first, double second) {
    return Values.of(Value.of(first), Value.of(second));
  }

  private static Part part() {
    return new Part(
        Value.of(1), row(2, 3), new Matrix(List.of(row(4, 5), row(6, 7), row(8, 9))), 10);
  }

  private static double[] numbers(Slice slice) {
    double[] out = new double[slice.size()];
    slice.read(out);
    return out;
  }

  @Test
  void theWayToAParameterIsItsName() {
    Mlp mlp = Mlp.create(2, List.of(4, 1), Activation.RELU, new CPython(1));
    assertThat(ScalarParameters.of(mlp))
        .extracting(Slice::name)
        .containsExactly(
            "layers.0.neurons.0.weights",
            "layers.0.neurons.0.bias",
            "layers.0.neurons.1.weights",
            "layers.0.neurons.1.bias",
            "layers.0.neurons.2.weights",
            "layers.0.neurons.2.bias",
            "layers.0.neurons.3.weights",
            "layers.0.neurons.3.bias",
            "layers.1.neurons.0.weights",
            "layers.1.neurons.0.bias");
  }

  @Test
  void settingsAreNotParameters() {
    assertThat(ScalarParameters.of(new Whole(part(), List.of(part()))))
        .extracting(Slice::name)
        .containsExactly(
            "first.single",
            "first.row",
            "first.matrix",
            "others.0.single",
            "others.0.row",
            "others.0.matrix");
  }

  @Test
  void shapesAreThoseOfTheParts() {
    List<Slice> slices = ScalarParameters.of(part());
    assertThat(slices).extracting(Slice::size).containsExactly(1, 2, 6);
    assertThat(slices.get(0).shape()).isEmpty();
    assertThat(slices.get(1).shape()).containsExactly(2);
    assertThat(slices.get(2).shape()).containsExactly(3, 2);
  }

  @Test
  void aMatrixIsReadRowByRow() {
    assertThat(numbers(ScalarParameters.of(part()).get(2))).containsExactly(4, 5, 6, 7, 8, 9);
  }

  @Test
  void whatIsWrittenIsReadAgainAndInTheModel() {
    Part part = part();
    List<Slice> slices = ScalarParameters.of(part);
    slices.get(0).write(new double[] {-1});
    slices.get(1).write(new double[] {-2, -3});
    slices.get(2).write(new double[] {-4, -5, -6, -7, -8, -9});
    assertThat(numbers(slices.get(1))).containsExactly(-2, -3);
    assertThat(part.single().data()).isEqualTo(-1);
    assertThat(part.row().get(1).data()).isEqualTo(-3);
    assertThat(part.matrix().row(2).get(0).data()).isEqualTo(-8);
  }

  @Test
  void gradientsAreThoseOfTheLastBackwardPass() {
    Part part = part();
    Value y = Value.sum(part.matrix().times(part.row())).mul(part.single());
    y.backward();
    List<Slice> slices = ScalarParameters.of(part);
    double[] single = new double[1];
    double[] row = new double[2];
    double[] matrix = new double[6];
    slices.get(0).readGradient(single);
    slices.get(1).readGradient(row);
    slices.get(2).readGradient(matrix);
    assertThat(single).containsExactly(99); // 2 (4 + 6 + 8) + 3 (5 + 7 + 9)
    assertThat(row).containsExactly(18, 21);
    assertThat(matrix).containsExactly(2, 3, 2, 3, 2, 3);
  }

  @Test
  void aCallerCannotChangeAShape() {
    Slice row = ScalarParameters.of(part()).get(1);
    row.shape()[0] = 7;
    assertThat(row.shape()).containsExactly(2);
  }

  /// A model whose two components are one row.
  public record Tied(Values first, Values second) {}

  @Test
  void aTiedRowIsListedOnce() {
    Values row = Values.of(Value.of(1), Value.of(2));
    assertThat(ScalarParameters.of(new Tied(row, row)))
        .extracting(Slice::name)
        .containsExactly("first");
  }
}
