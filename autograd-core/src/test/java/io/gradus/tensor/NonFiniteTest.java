package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class NonFiniteTest {
  private static NonFiniteException caught(Supplier<Object> body) {
    return catchThrowableOfType(NonFiniteException.class, () -> NonFinite.guard(body));
  }

  private static Tensor floats(String name, float... numbers) {
    return Tensor.of(numbers, numbers.length).named(name);
  }

  @Test
  void theFirstOperationThatMakesAnInfinityIsNamed() {
    var weight = new Parameter("w", floats("", 2));
    Tensor x = floats("x", 1, -1, 0.5f);
    NonFiniteException e = caught(() -> x.mul(weight.value()).relu().named("p").log().neg().mean());
    assertThat(e)
        .hasMessage(
            """
            log made -Infinity at (1) of FLOAT32 (3), out of p FLOAT32 (3)
            #4 = log  FLOAT32 (3)  data -Infinity to 0.6931, mean -Infinity  [y = ln x; dx = dy/x]
            └─ p = relu  FLOAT32 (3)  data 0.0 to 2.0, mean 1.0  [y = max(x, 0); dx = dy where x > 0]
               └─ #2 = multiply  FLOAT32 (3)  data -2.0 to 2.0, mean 0.3333  [y = a·b; da = dy·b, db = dy·a]
                  ├─ x = given  FLOAT32 (3)  data -1.0 to 1.0, mean 0.1667
                  └─ w = parameter  FLOAT32 (1)  data 2.0  summed over axis 0
            """);
    assertThat(e.operation()).isEqualTo(new Transcendental.Log());
    assertThat(e.graph().result().operation()).isEqualTo("log");
    assertThat(e.graph().nodes()).hasSize(5);
  }

  @Test
  void theFirstOperationThatMakesNotANumberIsNamed() {
    Tensor x = Tensor.of(new double[] {0, 1, 2, -4, 5, 6}, 2, 3);
    assertThat(caught(() -> x.sqrt().sum()))
        .hasMessage(
            """
            sqrt made NaN at (1, 0) of FLOAT64 (2, 3), out of FLOAT64 (2, 3)
            #1 = sqrt  FLOAT64 (2, 3)  data 0.0 to 2.449, mean 1.42, 1 of 6 NaN  [y = √x; dx = dy/(2y)]
            └─ #0 = given  FLOAT64 (2, 3)  data -4.0 to 6.0, mean 1.667
            """);
  }

  @Test
  void theTreeIsCutBelowAFewLevels() {
    Tensor x = floats("x", 100);
    assertThat(caught(() -> x.neg().neg().neg().neg().exp()))
        .hasMessage(
            """
            exp made Infinity at (0) of FLOAT32 (1), out of FLOAT32 (1)
            #5 = exp  FLOAT32 (1)  data Infinity  [y = e^x; dx = dy·y]
            └─ #4 = negate  FLOAT32 (1)  data 100.0  [y = -x; dx = -dy]
               └─ #3 = negate  FLOAT32 (1)  data -100.0  [y = -x; dx = -dy]
                  └─ #2 = negate  FLOAT32 (1)  data 100.0  [y = -x; dx = -dy]
                     └─ ... and deeper
            """);
  }

  @Test
  void whatWasUpdatedSinceIsLeftOutOfTheTree() {
    var weight = new Parameter("w", floats("", 0));
    Tensor before = weight.value().neg().named("before");
    weight.update(floats("", 5));
    assertThat(caught(before::reciprocal))
        .hasMessage(
            """
            reciprocal made -Infinity at (0) of FLOAT32 (1), out of before FLOAT32 (1)
            #1 = reciprocal  FLOAT32 (1)  data -Infinity  [y = 1/x; dx = -dy·y²]
            └─ before = given  FLOAT32 (1)  data -0.0
            """);
  }

  @Test
  void theGradientIsGuardedToo() {
    Tensor x = floats("x", 4, 0);
    NonFiniteException e = caught(() -> Autograd.backward(x.sqrt().named("root").sum()));
    assertThat(e)
        .hasMessage(
            """
            divide made Infinity at (1) of FLOAT32 (2), out of FLOAT32 (2) and FLOAT32 (2)
            in the gradient of sqrt, handed back to its input 0, x FLOAT32 (2)  [y = √x; dx = dy/(2y)]
            #2 = divide  FLOAT32 (2)  data 0.25 to Infinity, mean Infinity  [y = a/b; da = dy/b, db = -dy·y/b]
            ├─ dy = given  FLOAT32 (2)  data all 1.0
            └─ #1 = given  FLOAT32 (2)  data 0.0 to 4.0, mean 2.0
            """);
    assertThat(e.operation()).isEqualTo(new Binary.Divide());
  }

  @Test
  void gradientsOfParametersAloneAreGuardedToo() {
    var weight = new Parameter("w", floats("", 0));
    assertThat(caught(() -> Autograd.backward(weight.value().sqrt().sum(), List.of(weight))))
        .hasMessageContaining("in the gradient of sqrt, handed back to its input 0, w FLOAT32 (1)");
  }

  /// The second number is 0 before it is scaled, so that the loss is finite.
  @Test
  void gradientsThatOneKernelMakesAreGuardedToo() {
    Tensor x = Tensor.of(new float[] {1, 2, 3}, 1, 3).named("x");
    Tensor gain = floats("gain", 1, 1e30f, 1);
    Tensor bias = floats("bias", 0, 0, 0);
    Tensor slopes = floats("", 1, 1e10f, 1);
    NonFiniteException e =
        caught(() ->
            Autograd.backward(Normalisations.layerNorm(x, gain, bias, 1e-5).mul(slopes).sum()));
    assertThat(e)
        .hasMessageContaining("layer norm gradient(eps=1.0E-5) made")
        .hasMessageContaining("handed back to its input 0, x FLOAT32 (1, 3)");
  }

  /// Each way back is finite, their sum is not.
  @Test
  void anInfiniteSumOfGradientsIsFound() {
    Tensor x = floats("x", 1);
    assertThat(caught(() -> Autograd.backward(x.mul(3e38).add(x.mul(3e38).sub(3e38)).sum())))
        .hasMessageStartingWith("add made Infinity at (0) of FLOAT32 (1), out of ");
  }

  @Test
  void aGivenNotANumberIsNamedWhereItIsFirstUsed() {
    Tensor x = floats("x", 1, Float.NaN);
    assertThat(caught(() -> x.relu().sum()))
        .hasMessage(
            """
            x FLOAT32 (2), which was given, holds NaN at (1); relu is the first to use it
            #1 = relu  FLOAT32 (2)  data all 1.0, 1 of 2 NaN  [y = max(x, 0); dx = dy where x > 0]
            └─ x = given  FLOAT32 (2)  data all 1.0, 1 of 2 NaN
            """);
    var weight = new Parameter("w", x);
    assertThat(caught(() -> weight.value().transpose(0, 0)))
        .hasMessageStartingWith("parameter w FLOAT32 (2) holds NaN at (1); permute(order=[0])");
    Tensor before = x.exp();
    assertThat(caught(before::sum))
        .hasMessageStartingWith("FLOAT32 (2), which exp made, holds NaN at (1); sum(");
  }

  @Test
  void anInfinityThatWasGivenMayPass() {
    Tensor x = floats("x", 1, 2, 3).reshape(1, 3).expand(3, 3);
    Tensor p =
        NonFinite.guard(
            () -> x.maskedFill(Mask.future(3, 3), Double.NEGATIVE_INFINITY).softmax(-1));
    assertThat(p.at(0, 0)).isEqualTo(1);
    assertThat(p.at(0, 2)).isZero();
  }

  @Test
  void whatInfinitiesMakeOfEachOtherDoesNotPass() {
    Tensor row = floats("scores", 0, 0);
    assertThat(
            caught(() ->
                row.maskedFill(Mask.of(new boolean[] {true, true}, 2), Double.NEGATIVE_INFINITY)
                    .softmax(-1)))
        .hasMessageStartingWith("softmax made NaN at (0) of FLOAT32 (2), out of FLOAT32 (2)\n");
  }

  @Test
  void outsideTheScopeNothingIsChecked() {
    Tensor zero = Tensor.scalar(0, DType.FLOAT64);
    assertThat(NonFinite.guard(() -> zero.exp().item())).isEqualTo(1);
    assertThat(zero.log().item()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Autograd.backward(zero.sqrt()).of(zero).item()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void aNumberThatIsGivenAloneHasThePlaceOfNone() {
    assertThat(caught(() -> Tensor.scalar(0, DType.FLOAT64).named("zero").log()))
        .hasMessageStartingWith("log made -Infinity at () of FLOAT64 (), out of zero FLOAT64 ()");
  }
}
