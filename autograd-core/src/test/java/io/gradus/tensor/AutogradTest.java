package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Gradients of whole graphs; `OperationContractTest` has those of single operations.
class AutogradTest {
  private static Tensor scalar(double number) {
    return Tensor.scalar(number, DType.FLOAT64);
  }

  @Test
  void theChainRuleByHand() {
    Tensor x = scalar(3).named("x");
    Tensor y = x.mul(x).add(x.mul(2)); // x² + 2x
    assertThat(Autograd.backward(y).of(x).item()).isEqualTo(8);
  }

  @Test
  void aTensorThatIsUsedTwiceTakesBothGradients() {
    Tensor x = Tensor.of(new double[] {1, 2}, 2);
    assertThat(Autograd.backward(x.add(x).sum()).of(x).toDoubles()).containsExactly(2, 2);
    assertThat(Autograd.backward(x.mul(x).sum()).of(x).toDoubles()).containsExactly(2, 4);
    Tensor diamond = x.exp();
    assertThat(Autograd.backward(diamond.sub(diamond).sum()).of(x).toDoubles())
        .containsExactly(0, 0);
  }

  @Test
  void backwardMayBeAskedAgain() {
    Tensor x = scalar(3);
    Tensor y = x.mul(x);
    assertThat(Autograd.backward(y).of(x).item()).isEqualTo(6);
    assertThat(Autograd.backward(y).of(x).item()).isEqualTo(6);
  }

  @Test
  void whatIsOnTheWayHasAGradientToo() {
    Tensor x = scalar(3);
    Tensor square = x.mul(x);
    Tensor y = square.mul(5);
    Gradients gradients = Autograd.backward(y);
    assertThat(gradients.of(square).item()).isEqualTo(5);
    assertThat(gradients.of(y).item()).isEqualTo(1);
  }

  @Test
  void detachedNumbersPassNoGradient() {
    Tensor x = scalar(3);
    Tensor y = x.mul(x.detach());
    assertThat(Autograd.backward(y).of(x).item()).isEqualTo(3);
    assertThat(Autograd.backward(x.detach()).find(x)).isEmpty();
  }

  @Test
  void withoutGraphNothingIsRemembered() {
    Tensor x = scalar(3);
    Tensor y = Autograd.withoutGraph(() -> x.mul(x));
    assertThat(y.origin()).isInstanceOf(Origin.Given.class);
    assertThat(y.item()).isEqualTo(9);
    assertThat(x.mul(x).origin()).isInstanceOf(Origin.Made.class);
    Tensor slope = Autograd.backward(x.mul(x)).of(x);
    assertThat(slope.origin()).isInstanceOf(Origin.Given.class);
  }

  @Test
  void gradientsInTheTypeOfTheirTensorPassThroughACast() {
    Tensor x = Tensor.of(new float[] {1, 2}, 2);
    Tensor y = x.to(DType.FLOAT64).square().sum();
    assertThat(y.dtype()).isEqualTo(DType.FLOAT64);
    Tensor slope = Autograd.backward(y).of(x);
    assertThat(slope.dtype()).isEqualTo(DType.FLOAT32);
    assertThat(slope.toDoubles()).containsExactly(2, 4);
  }

  @Test
  void higherDerivativesByHand() {
    Tensor x = scalar(2);
    Tensor slope = Autograd.backwardWithGraph(x.pow(4)).of(x);
    Tensor bend = Autograd.backwardWithGraph(slope).of(x);
    Tensor third = Autograd.backwardWithGraph(bend).of(x);
    assertThat(slope.item()).isEqualTo(32);
    assertThat(bend.item()).isEqualTo(48);
    assertThat(third.item()).isEqualTo(48);
    assertThat(Autograd.backward(third).of(x).item()).isEqualTo(24);
  }

  /// Two layers of tanh and a cross entropy, as a function of the first layer's weights.
  private static Tensor mlp(Tensor weights) {
    Tensor x = Numbers.ANY.tensor(5, 3);
    Tensor hidden = x.matmul(weights).add(Numbers.ANY.tensor(4)).tanh();
    Tensor scores = hidden.matmul(Numbers.ANY.other(4, 3));
    return Losses.crossEntropy(scores, Indices.of(0, 2, 1, 1, 0));
  }

  private static Tensor slope(Tensor weights) {
    return Autograd.backwardWithGraph(mlp(weights)).of(weights);
  }

  @Test
  void aHessianTimesAVectorIsHowTheGradientChangesAlongIt() {
    Tensor weights = Numbers.ANY.other(3, 4);
    Tensor vector = Numbers.POSITIVE.tensor(3, 4);
    double step = 1e-5; // as in OperationContractTest
    Tensor product = Autograd.backward(slope(weights).mul(vector).sum()).of(weights);
    Tensor above = slope(weights.add(vector.mul(step)).detach());
    Tensor below = slope(weights.sub(vector.mul(step)).detach());
    double[] expected = above.sub(below).div(2 * step).toDoubles();
    assertThat(product.toDoubles()).containsExactly(expected, within(1e-8));
    assertThat(product.abs().max(0, false).max(0, false).item()).isGreaterThan(0.01);
  }

  @Test
  void gradientsOfSomeParametersAreThoseOfAll() {
    var first = new Parameter("first", Numbers.ANY.other(3, 4));
    var second = new Parameter("second", Numbers.ANY.other(4, 3));
    Tensor hidden = Numbers.ANY.tensor(5, 3).matmul(first.value()).tanh();
    Tensor loss = hidden.matmul(second.value()).square().mean();
    Gradients all = Autograd.backward(loss);
    Gradients some = Autograd.backward(loss, List.of(first));
    Gradients both = Autograd.backward(loss, List.of(first, second));
    assertThat(some.of(first).toDoubles()).isEqualTo(all.of(first).toDoubles());
    assertThat(some.find(second.value())).isEmpty();
    assertThat(some.find(hidden)).isEmpty();
    assertThat(both.of(second).toDoubles()).isEqualTo(all.of(second).toDoubles());
  }

  @Test
  void aParameterThatIsNotUsedHasNoGradient() {
    var used = new Parameter("used", scalar(2));
    var unused = new Parameter("unused", Tensor.ones(Shape.of(2, 3), DType.FLOAT64));
    Gradients gradients = Autograd.backward(used.value().square(), List.of(used, unused));
    assertThat(gradients.of(used).item()).isEqualTo(4);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gradients.of(unused))
        .withMessage("the result does not depend on unused (2, 3)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gradients.of(scalar(2)))
        .withMessage("the result does not depend on this tensor of shape ()");
  }

  @Test
  void onlyOneNumberHasGradients() {
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Autograd.backward(Tensor.ones(Shape.of(2, 3), DType.FLOAT32)))
        .withMessage(
            "gradients are of one number, and (2, 3) holds 6; sum() or mean() makes one of them");
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Autograd.backward(Tensor.ones(Shape.of(0), DType.FLOAT32)))
        .withMessage(
            "gradients are of one number, and (0) holds 0; sum() or mean() makes one of them");
    Tensor one = Tensor.ones(Shape.of(1, 1), DType.FLOAT32);
    assertThat(Autograd.backward(one.mul(2)).of(one).toDoubles()).containsExactly(2);
  }

  @Test
  void aGraphOverNumbersThatWereUpdatedSinceIsRefused() {
    var weight = new Parameter("weight", scalar(2));
    Tensor before = weight.value();
    Tensor loss = before.square();
    Gradients gradients = Autograd.backward(loss);
    weight.update(scalar(5));
    assertThat(weight.value().item()).isEqualTo(5);
    assertThat(gradients.of(before).item()).isEqualTo(4);
    assertThatIllegalStateException()
        .isThrownBy(() -> Autograd.backward(loss))
        .withMessage("weight was updated after this was computed from it; compute it again");
    assertThatIllegalStateException().isThrownBy(() -> Autograd.backward(loss, List.of(weight)));
    assertThat(Autograd.backward(weight.value().square()).of(weight).item()).isEqualTo(10);
  }

  @Test
  void aGraphOfManyNodesIsNoTrouble() {
    Tensor x = scalar(1);
    Tensor sum = scalar(0);
    for (int i = 0; i < 50_000; i++) {
      sum = sum.add(x.mul(2)); // two nodes
    }
    assertThat(Autograd.backward(sum).of(x).item()).isEqualTo(100_000);
  }

  private static Tensor chain(Tensor x, int length) {
    Tensor y = x;
    for (int i = 0; i < length; i++) {
      y = y.add(1);
    }
    return y;
  }

  @Test
  void aChainOfAMillionNodesDoesNotOverflowTheStack() {
    var x = new Parameter("x", scalar(1));
    Tensor y = chain(x.value(), 1_000_000);
    assertThat(y.item()).isEqualTo(1_000_001);
    assertThat(Autograd.backward(y, List.of(x)).of(x).item()).isEqualTo(1);
    assertThat(TensorGraph.topologicalOrder(y)).hasSize(1_000_001);
  }

  /// Doubles its input, and hands back a gradient in a shape of its own.
  private record Doubling(Shape gradient) implements CustomOperation {
    @Override
    public String formula() {
      return "y = 2x; dx = 2dy";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return inputs.getFirst().mul(2);
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return dy.mul(2).expand(gradient);
    }
  }

  @Test
  void anOperationFromOutsideTakesPart() {
    Tensor x = Tensor.of(new double[] {1, 2}, 2);
    Tensor y = Tensor.apply(new Doubling(Shape.of(2)), List.of(x)).square().sum();
    assertThat(Autograd.backward(y).of(x).toDoubles()).containsExactly(8, 16);
    Tensor repeated = Tensor.apply(new Doubling(Shape.of(3, 2)), List.of(x)).sum();
    assertThat(Autograd.backward(repeated).of(x).toDoubles()).containsExactly(6, 6);
  }

  @Test
  void aGradientOfAnotherShapeIsBlamedOnItsOperation() {
    Tensor x = Tensor.of(new double[] {1}, 1, 1);
    Tensor y = Tensor.apply(new Wrong(), List.of(x));
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(() -> Autograd.backward(y))
        .withMessage("wrong: a gradient () is handed back to an input (1, 1)");
  }

  /// Loses the shape of its gradient.
  private record Wrong() implements CustomOperation {
    @Override
    public String formula() {
      return "y = x; dx = dy";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return inputs.getFirst();
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return dy.sum();
    }
  }
}
