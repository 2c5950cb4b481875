package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The functions of one number where their formula alone does not say what happens.
class FunctionsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static double[] values(UnaryOperator<Tensor> f, double... numbers) {
    return f.apply(Tensor.of(numbers, numbers.length)).toDoubles();
  }

  private static double[] slopes(UnaryOperator<Tensor> f, double... numbers) {
    Tensor x = Tensor.of(numbers, numbers.length);
    return Autograd.backward(f.apply(x).sum()).of(x).toDoubles();
  }

  @Test
  void whatIsSmoothAtZeroHasItsSlopeThere() {
    assertThat(slopes(Tensor::softplus, 0, -0.0)).containsExactly(0.5, 0.5);
    assertThat(slopes(x -> x.elu(1), 0, -0.0)).containsExactly(1, 1);
    assertThat(slopes(Tensor::silu, 0)).containsExactly(0.5);
    assertThat(slopes(Tensor::gelu, 0)).containsExactly(0.5);
    assertThat(slopes(Tensor::geluTanh, 0)).containsExactly(0.5);
    assertThat(slopes(Tensor::erf, 0)).containsExactly(2 / Math.sqrt(Math.PI));
  }

  @Test
  void aKinkTakesTheSlopeThatPyTorchGivesIt() {
    assertThat(slopes(Tensor::relu, 0)).containsExactly(0);
    assertThat(slopes(Tensor::abs, 0)).containsExactly(0);
    assertThat(slopes(x -> x.leakyRelu(0.25), 0)).containsExactly(0.25);
    assertThat(slopes(x -> x.elu(2), 0)).containsExactly(2);
    assertThat(slopes(Tensor::sqrt, 0)).containsExactly(INFINITY);
  }

  @Test
  void nothingOverflowsWhereTheResultIsFinite() {
    assertThat(values(Tensor::softplus, -1000, 1000)).containsExactly(0, 1000);
    assertThat(slopes(Tensor::softplus, -1000, 1000)).containsExactly(0, 1);
    assertThat(values(x -> x.elu(1), -1000, 1000)).containsExactly(-1, 1000);
    assertThat(slopes(x -> x.elu(1), -1000, 1000)).containsExactly(0, 1);
    assertThat(values(Tensor::sigmoid, -1000, 1000)).containsExactly(0, 1);
    assertThat(values(x -> x.unsqueeze(0).logsumexp(1, false), 1000, 1000))
        .containsExactly(1000 + StrictMath.log(2));
  }

  @ParameterizedTest
  @EnumSource
  void nanPassesThroughWhateverIsChosenByComparing(DType type) {
    Tensor x = Tensor.of(new double[] {Double.NaN}, 1).to(type);
    assertThat(x.relu().item()).isNaN();
    assertThat(x.leakyRelu(0.1).item()).isNaN();
    assertThat(x.elu(1).item()).isNaN();
    assertThat(x.softplus().item()).isNaN();
    assertThat(x.clamp(-1, 1).item()).isNaN();
    assertThat(x.maximum(Tensor.scalar(3, type)).item()).isNaN();
    assertThat(x.minimum(Tensor.scalar(3, type)).item()).isNaN();
    assertThat(x.max(0, false).item()).isNaN();
    assertThat(x.min(0, false).item()).isNaN();
    assertThat(x.sign().item()).isNaN();
    assertThat(x.softmax(0).item()).isNaN();
    assertThat(x.logsumexp(0, false).item()).isNaN();
  }

  @ParameterizedTest
  @EnumSource
  void infinitiesGoWhereIeee754SendsThem(DType type) {
    Tensor zero = Tensor.scalar(0, type);
    Tensor infinite = Tensor.scalar(INFINITY, type);
    assertThat(zero.add(1).div(zero).item()).isEqualTo(INFINITY);
    assertThat(zero.div(zero).item()).isNaN();
    assertThat(infinite.sub(infinite).item()).isNaN();
    assertThat(infinite.mul(zero).item()).isNaN();
    assertThat(zero.log().item()).isEqualTo(-INFINITY);
    assertThat(zero.sub(1).log().item()).isNaN();
    assertThat(zero.sub(1).sqrt().item()).isNaN();
    assertThat(infinite.neg().exp().item()).isZero();
    assertThat(infinite.tanh().item()).isOne();
    assertThat(infinite.erf().item()).isOne();
    assertThat(Tensor.full(Shape.of(2), -INFINITY, type).logsumexp(0, false).item())
        .isEqualTo(-INFINITY);
    assertThat(Tensor.full(Shape.of(2), INFINITY, type).logsumexp(0, false).item())
        .isEqualTo(INFINITY);
  }

  @Test
  void powersThatArithmeticKnowsAreExactAndHaveEveryDerivative() {
    double[] x = {-1.5, 0, 3};
    assertThat(values(t -> t.pow(0), x)).containsExactly(1, 1, 1);
    assertThat(values(t -> t.pow(1), x)).containsExactly(x);
    assertThat(values(t -> t.pow(2), x)).containsExactly(2.25, 0, 9);
    assertThat(values(t -> t.pow(3), x)).containsExactly(-3.375, 0, 27);
    assertThat(values(t -> t.pow(-1), 4, -0.5)).containsExactly(0.25, -2);
    assertThat(values(t -> t.pow(0.5), 4, 2.25)).containsExactly(2, 1.5);
    assertThat(values(t -> t.pow(-0.5), 4, 0.25)).containsExactly(0.5, 2);
    assertThat(slopes(t -> t.pow(0), x)).containsExactly(0, 0, 0);
    assertThat(slopes(t -> t.pow(1), x)).containsExactly(1, 1, 1);
    assertThat(slopes(t -> t.pow(2), x)).containsExactly(-3, 0, 6);
    Tensor zero = Tensor.scalar(0, DType.FLOAT64);
    Tensor slope = Autograd.backwardWithGraph(zero.pow(2)).of(zero);
    Tensor bend = Autograd.backwardWithGraph(slope).of(zero);
    assertThat(bend.item()).isEqualTo(2);
    assertThat(Autograd.backward(bend).of(zero).item()).isZero();
  }
}
