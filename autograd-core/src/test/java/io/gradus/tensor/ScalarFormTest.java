package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradus.graph.TreeText;
import io.gradus.kernels.Gate;
import io.gradus.random.CPython;
import io.gradus.random.Generator;
import io.gradus.scalar.ScalarGraph;
import io.gradus.scalar.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Both engines, side by side.
class ScalarFormTest {
  private static final double RELATIVE = 1e-12;

  /// One operation on inputs of these shapes, whose numbers lie around a middle.
  record Case(Operation operation, double middle, List<Shape> shapes) {
    List<Tensor> inputs(Generator numbers) {
      return shapes.stream().map(shape -> drawn(numbers, middle, shape)).toList();
    }

    @Override
    public String toString() {
      return operation.name() + " of " + shapes;
    }
  }

  private static Tensor drawn(Generator numbers, double middle, Shape shape) {
    return Tensor.of(
        IntStream.range(0, shape.size())
            .mapToDouble(_ -> middle + numbers.uniform(-0.9, 0.9))
            .toArray(),
        shape.lengths());
  }

  private static Case of(Operation operation, Shape... shapes) {
    return new Case(operation, 0, List.of(shapes));
  }

  private static Case positive(Operation operation, Shape... shapes) {
    return new Case(operation, 1, List.of(shapes));
  }

  static List<Case> everyOperation() {
    var matrix = Shape.of(2, 3);
    var cube = Shape.of(2, 3, 4);
    var rows = Shape.of(2, 1, 4);
    var head = Shape.of(1, 2, 3, 2);
    var column = Shape.of(3, 1);
    var windows = new View.Windows(1, 2, 1, 2);
    Indices places = Indices.of(new int[] {2, 0, 2, 1}, 2, 2);
    Indices elements = Indices.of(new int[] {2, 0, 2, 1}, 2, 2);
    return List.of(
        of(new Unary.Negate(), matrix),
        of(new Unary.Absolute(), matrix),
        of(new Unary.Sign(), matrix),
        of(new Transcendental.Exp(), matrix),
        positive(new Transcendental.Expm1(), matrix),
        positive(new Transcendental.Log(), matrix),
        positive(new Transcendental.Log1p(), matrix),
        positive(new Unary.Sqrt(), matrix),
        positive(new Unary.Reciprocal(), matrix),
        of(new Transcendental.Tanh(), matrix),
        of(new Transcendental.Sigmoid(), matrix),
        of(new Unary.Relu(), matrix),
        of(new Transcendental.Softplus(), matrix),
        of(new Transcendental.Erf(), matrix),
        of(new Transcendental.Sin(), matrix),
        of(new Transcendental.Cos(), matrix),
        of(new WithNumber.Power(2), matrix),
        of(new WithNumber.Power(3), matrix),
        positive(new WithNumber.Power(0.5), matrix),
        positive(new WithNumber.Power(-1.5), matrix),
        of(new WithNumber.Scale(-2.5), matrix),
        of(new WithNumber.DivideBy(3), matrix),
        of(new WithNumber.Shift(0.5), matrix),
        of(new WithNumber.Clamp(-0.3, 0.4), matrix),
        of(new Unary.Cast(DType.FLOAT64), matrix),
        of(new Unary.Identity(), matrix),
        of(new Binary.Add(), cube, column),
        of(new Binary.Subtract(), column, cube),
        of(new Binary.Multiply(), rows, column),
        positive(new Binary.Divide(), cube, rows),
        of(new Binary.Maximum(), cube, column),
        of(new Binary.Minimum(), cube, rows),
        of(new Binary.Where(Mask.future(3, 4)), cube, Shape.SCALAR),
        of(new Binary.TanhGradient(), cube, column),
        of(new Binary.SigmoidGradient(), cube, cube),
        of(new Binary.ReluGradient(), cube, cube),
        of(new Reduction.Sum(List.of(0, 2), false), cube),
        of(new Reduction.Sum(List.of(1), true), cube),
        of(new Reduction.Max(1, false), cube),
        of(new Reduction.Max(2, true), cube),
        of(new Reduction.CumulativeSum(1, false), cube),
        of(new Reduction.CumulativeSum(0, true), cube),
        of(new View.Reshape(Shape.of(4, 6)), cube),
        of(new View.Permute(List.of(2, 0, 1)), cube),
        of(new View.Expand(cube), column),
        of(new View.Slice(2, 1, 2, 2), cube),
        of(new View.Place(1, 1, 2, 7), cube),
        of(windows, Shape.of(2, 5, 2)),
        of(new View.Overlap(windows, 5), Shape.of(2, 3, 2, 2)),
        of(new Selection.IndexSelect(1, places), cube),
        of(new Selection.IndexAdd(1, places, 4), Shape.of(2, 2, 2, 3)),
        of(new Selection.Gather(1, elements), matrix),
        of(new Selection.Scatter(1, elements, matrix), Shape.of(2, 2)),
        of(new Selection.Concatenate(1), matrix, Shape.of(2, 1), matrix),
        of(new Product.Matmul(), matrix, Shape.of(3, 4)),
        of(new Product.Matmul(), Shape.of(5, 1, 2, 3), Shape.of(2, 3, 4)),
        of(new Product.Affine(), matrix, Shape.of(3, 4), Shape.of(4)),
        of(new RowOperation.Softmax(), cube),
        of(new RowOperation.LogSoftmax(), cube),
        of(new RowOperation.SoftmaxGradient(), cube, cube),
        of(new RowOperation.LogSoftmaxGradient(), cube, cube),
        of(new RowOperation.LayerNorm(0.01), cube, Shape.of(4), Shape.of(4)),
        of(new RowOperation.LayerNormGradient(0.01), cube, cube, Shape.of(4)),
        of(new Activation.Gated(Gate.GELU), matrix),
        of(new Activation.GatedGradient(Gate.SILU), matrix, matrix),
        of(new LossOperation.CrossEntropy(Indices.of(new int[] {2, 0}, 2, 1)), matrix),
        of(
            new LossOperation.CrossEntropyGradient(Indices.of(new int[] {2, 0}, 2, 1)),
            Shape.of(2),
            matrix),
        of(new AttentionOperation.Causal(), head, head, head),
        of(new AttentionOperation.CausalGradient(), head, head, head, head),
        of(new AttentionOperation.CausalSelf(2), Shape.of(1, 3, 12)),
        of(new ColumnOperation.BatchNorm(1, 0.01), Shape.of(5, 3), Shape.of(3), Shape.of(3)),
        of(
            new ColumnOperation.BatchNormGradient(0, 0.01),
            Shape.of(5, 3),
            Shape.of(5, 3),
            Shape.of(3)));
  }

  private static Stream<Class<?>> records(Class<?> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(ScalarFormTest::records)
        : Stream.of(family);
  }

  @Test
  void noOperationIsLeftOut() {
    Set<Class<?>> tried =
        everyOperation().stream()
            .map(one -> one.operation().getClass())
            .collect(Collectors.toSet());
    assertThat(records(Operation.class).distinct()) // Affine is a product and fused
        .hasSizeGreaterThan(40)
        .filteredOn(type -> type != CustomOperation.class)
        .containsExactlyInAnyOrderElementsOf(tried);
  }

  @ParameterizedTest
  @MethodSource("everyOperation")
  void bothEnginesHaveTheSameValuesAndGradients(Case one) {
    Generator numbers = new CPython(3);
    List<Tensor> inputs = one.inputs(numbers);
    Tensor y = Tensor.apply(one.operation(), inputs);
    Tensor loss = y.mul(drawn(numbers, 0, y.shape())).sum();

    Gradients gradients = Autograd.backward(loss);
    ScalarForm form = ScalarForm.of(loss);
    form.result().at().backward();

    requireSame(form.values(y).values().stream().mapToDouble(Value::data).toArray(), y);
    for (Tensor input : inputs) {
      requireSame(gradients(form.values(input)), gradients.of(input));
    }
    assertThat(Arrays.stream(y.toDoubles())).isNotEmpty().anyMatch(number -> number != 0);
  }

  private static double[] gradients(Unrolled unrolled) {
    return unrolled.values().stream().mapToDouble(Value::grad).toArray();
  }

  private static void requireSame(double[] values, Tensor tensor) {
    double[] numbers = tensor.toDoubles();
    assertThat(values).hasSameSizeAs(numbers);
    for (int i = 0; i < numbers.length; i++) {
      assertThat(values[i])
          .isCloseTo(numbers[i], within(RELATIVE * Math.max(1, Math.abs(numbers[i]))));
    }
  }

  @Test
  void oneOperationIsUnrolledByItself() {
    Unrolled a = Unrolled.leaves(Tensor.of(new double[] {1, 2, 3, 4}, 2, 2).named("a"));
    Unrolled product = ScalarForm.of(new Product.Matmul(), List.of(a, a));
    assertThat(product.at(1, 0).data()).isEqualTo(3 * 1 + 4 * 3);
    assertThat(product.at(1, 0).operands())
        .extracting(Value::name)
        .containsExactly("a[1, 0]", "a[1, 1]", "a[0, 0]", "a[1, 0]");
  }

  @Test
  void equalMaximaShareTheGradient() {
    Tensor x = Tensor.of(new double[] {5, 1, 5, 5}, 4);
    Tensor y = x.max(0, false).add(x.maximum(x.detach()).sum());
    ScalarForm form = ScalarForm.of(y);
    form.result().at().backward();
    requireSame(gradients(form.values(x)), Autograd.backward(y).of(x));
    assertThat(form.values(x).at(0).grad()).isEqualTo(1.0 / 3 + 0.5);
    assertThat(form.values(x).at(1).grad()).isEqualTo(0.5);
  }

  @Test
  void aNetIsUnrolledWithItsCrossEntropy() {
    SmallMlp mlp = SmallMlp.of(DType.FLOAT64);
    Tensor loss = mlp.loss();
    Gradients gradients = Autograd.backward(loss);
    ScalarForm form = ScalarForm.of(loss);
    form.result().at().backward();

    assertThat(form.result().at().data()).isCloseTo(loss.item(), within(RELATIVE));
    for (Parameter parameter : mlp.parameters()) {
      requireSame(gradients(form.values(parameter.value())), gradients.of(parameter));
    }
    requireSame(gradients(form.values(mlp.x())), gradients.of(mlp.x()));
    assertThat(TreeText.of(ScalarGraph.of(form.result().at())))
        .startsWith("loss = neg  data 1.12422")
        .contains(" h[0, 3] = tanh  data ", " W1[1, 2]  data ", "  d loss/d ");
  }

  @Test
  void whatIsTooMuchIsRefusedBeforeItIsUnrolled() {
    Tensor much = Tensor.zeros(Shape.of(1000, 1000), DType.FLOAT32).neg();
    assertThatThrownBy(() -> ScalarForm.of(much))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the graph of FLOAT32 (1000, 1000) holds 2000000 numbers; a scalar form can have"
                + " 1000000");
  }

  /// `y = x`, as another module would write it.
  record Elsewhere() implements CustomOperation {
    @Override
    public String formula() {
      return "y = x; dx = dy";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return inputs.getFirst().neg().neg();
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return dy;
    }
  }

  @Test
  void anOperationOfAnotherModuleIsRefused() {
    Tensor y = Tensor.apply(new Elsewhere(), List.of(Tensor.scalar(1, DType.FLOAT64)));
    assertThatThrownBy(() -> ScalarForm.of(y))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("elsewhere is an operation of another module; its scalar form is not known");
  }

  @Test
  void aTensorOfAnotherGraphHasNoValues() {
    Tensor x = Tensor.scalar(1, DType.FLOAT64).named("x");
    assertThatThrownBy(() -> ScalarForm.of(x.neg()).values(x.exp().named("z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("z FLOAT64 () is not in the graph of FLOAT64 ()");
  }
}
