package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What an expression says whose shapes do not fit, at the place where it is written.
class ShapeErrorTest {
  /// An expression that does not fit.
  interface Misfit extends Supplier<Object> {}

  private static Tensor of(int... shape) {
    return Tensor.zeros(Shape.of(shape), DType.FLOAT32);
  }

  private static Arguments misfit(String message, Misfit expression) {
    return arguments(message, expression);
  }

  private static Indices indices(int... shape) {
    return Indices.of(new int[Shape.of(shape).size()], shape);
  }

  private static final String RULE = "; broadcasting wants equal lengths or a 1";

  static Stream<Arguments> pairs() {
    Mask mask = Mask.future(2, 2);
    return Stream.of(
        misfit("(2, 3) + (2): axis 1 from the end has 3 and 2" + RULE, () -> of(2, 3).add(of(2))),
        misfit(
            "(5, 2, 3) + (4, 3): axis 2 from the end has 2 and 4" + RULE,
            () -> of(5, 2, 3).add(of(4, 3))),
        misfit(
            "(2, 3) - (2, 0): axis 1 from the end has 3 and 0" + RULE,
            () -> of(2, 3).sub(of(2, 0))),
        misfit(
            "(2, 3) * (3, 2): axis 2 from the end has 2 and 3" + RULE,
            () -> of(2, 3).mul(of(3, 2))),
        misfit(
            "(2, 3) / (2, 2): axis 1 from the end has 3 and 2" + RULE,
            () -> of(2, 3).div(of(2, 2))),
        misfit("(2) max (3): axis 1 from the end has 2 and 3" + RULE, () -> of(2).maximum(of(3))),
        misfit("(2) min (3): axis 1 from the end has 2 and 3" + RULE, () -> of(2).minimum(of(3))),
        misfit("(2) > (3): axis 1 from the end has 2 and 3" + RULE, () -> of(2).greater(of(3))),
        misfit("(2) = (3): axis 1 from the end has 2 and 3" + RULE, () -> of(2).equalTo(of(3))),
        misfit(
            "(2, 2) where a mask is set, else (3): axis 1 from the end has 2 and 3" + RULE,
            () -> of(2, 2).where(mask, of(3))),
        misfit(
            "(2, 2) as a mask of (2, 3): axis 1 from the end has 2 and 3" + RULE,
            () -> of(2, 3).maskedFill(mask, 0)),
        misfit("a mask (2, 2) cannot be repeated into (2, 3)", () -> mask.expand(Shape.of(2, 3))),
        misfit("(27, 64) · (32, 10): inner 64 ≠ 32", () -> of(27, 64).matmul(of(32, 10))),
        misfit("(3) · (2, 4): inner 3 ≠ 2", () -> of(3).matmul(of(2, 4))),
        misfit("(2, 3) · (2): inner 3 ≠ 2", () -> of(2, 3).matmul(of(2))),
        misfit("() · (2): a single number has no axis to sum over", () -> of().matmul(of(2))),
        misfit(
            "(2, 3, 4) · (3, 4, 5): matrices (2) and (3) deep" + RULE,
            () -> of(2, 3, 4).matmul(of(3, 4, 5))),
        misfit(
            "(3, 12) convolved with (4, 3, 3): (B, C, T) and (O, C, K) with one C are wanted",
            () -> of(3, 12).conv1d(of(4, 3, 3), 1, 0, 1)),
        misfit(
            "(2, 3, 12) convolved with (4, 2, 3): (B, C, T) and (O, C, K) with one C are wanted",
            () -> of(2, 3, 12).conv1d(of(4, 2, 3), 1, 0, 1)),
        misfit(
            "(2, 3, 4) convolved with (4, 3, 4):"
                + " 4 places, 2 apart, reach over 7, and with padding there are 6",
            () -> of(2, 3, 4).conv1d(of(4, 3, 4), 1, 1, 2)),
        misfit(
            "(2, 3) beside (2, 4) along axis 0: the other axes must be equal",
            () -> Tensor.concatenate(0, List.of(of(2, 3), of(2, 4)))),
        misfit(
            "(2, 3) beside (3) along axis 1: the other axes must be equal",
            () -> Tensor.concatenate(-1, List.of(of(2, 3), of(3)))),
        misfit(
            "(3, 5) gathered by indices (2) along axis 1:"
                + " as many axes, the others no longer, are wanted",
            () -> of(3, 5).gather(1, indices(2))),
        misfit(
            "(3, 5) gathered by indices (4, 1) along axis 1:"
                + " as many axes, the others no longer, are wanted",
            () -> of(3, 5).gather(-1, indices(4, 1))));
  }

  static Stream<Arguments> axes() {
    return Stream.of(
        misfit("(2, 3) has no axis 2; there are -2 to 1", () -> of(2, 3).sum(2)),
        misfit("() has no axes, so there is no axis 0", () -> of().sum(0)),
        misfit("() has no axes, so there is no axis -1", () -> of().softmax(-1)),
        misfit("(2, 3) over the axes [0, -2]: one is named twice", () -> of(2, 3).mean(0, -2)),
        misfit("(2, 3) has no axis -3; there are -2 to 1", () -> of(2, 3).max(-3, false)),
        misfit(
            "(2, 0) along axis 1: there is no largest of no numbers", () -> of(2, 0).max(1, true)),
        misfit("(2, 3) has no axis 2; there are -2 to 1", () -> of(2, 3).cumsum(2)),
        misfit("(2, 3) has no axis 2; there are -2 to 1", () -> of(2, 3).logSoftmax(2)),
        misfit("(3) has no axis -2; there are -1 to 0", () -> of(3).transpose()),
        misfit(
            "(2, 3) permuted by (0, 0): every axis must be named once",
            () -> of(2, 3).permute(0, 0)),
        misfit("(2, 3) permuted by (1): every axis must be named once", () -> of(2, 3).permute(1)),
        misfit("(3, 5) squeezed along axis 1: its length is 5, not 1", () -> of(3, 5).squeeze(1)),
        misfit("(3, 5) with a new axis at 4: the places are -3 to 2", () -> of(3, 5).unsqueeze(4)),
        misfit(
            "index 27 is outside axis 0 of (27, 10), which has 27 places, from 0",
            () -> of(27, 10).embedding(Indices.of(3, 27))),
        misfit(
            "index -1 is outside axis 1 of (3, 5), which has 5 places, from 0",
            () -> of(3, 5).indexSelect(1, Indices.of(-1))),
        misfit(
            "index 5 is outside axis 1 of (3, 5), which has 5 places, from 0",
            () -> of(3, 5).gather(1, Indices.of(new int[] {5}, 1, 1))));
  }

  static Stream<Arguments> views() {
    String wanted = ": 0 ≤ from ≤ to ≤ 5 and a step are wanted";
    return Stream.of(
        misfit("(2, 3) cannot become (4): 6 numbers are not 4", () -> of(2, 3).reshape(4)),
        misfit(
            "(2, 3) cannot become (4, -1): no whole length fits in place of -1",
            () -> of(2, 3).reshape(4, -1)),
        misfit(
            "(0, 3) cannot become (0, -1): no whole length fits in place of -1",
            () -> of(0, 3).reshape(0, -1)),
        misfit(
            "(2, 3) cannot become (-1, -1): only one length may be -1",
            () -> of(2, 3).reshape(-1, -1)),
        misfit("(-2, 3): an axis cannot have the length -2", () -> of(2, 3).reshape(-2, 3)),
        misfit(
            "(2, 3) cannot be repeated into (4, 3):"
                + " only axes of length 1 repeat, and new ones in front",
            () -> of(2, 3).expand(4, 3)),
        misfit(
            "(2, 3) cannot be repeated into (3):"
                + " only axes of length 1 repeat, and new ones in front",
            () -> of(2, 3).expand(3)),
        misfit(
            "(3, 5) sliced from 1 to 9 by 1 along axis 1" + wanted, () -> of(3, 5).slice(1, 1, 9)),
        misfit(
            "(3, 5) sliced from 3 to 1 by 1 along axis 1" + wanted, () -> of(3, 5).slice(1, 3, 1)),
        misfit(
            "(3, 5) sliced from -7 to 3 by 1 along axis 1" + wanted,
            () -> of(3, 5).slice(1, -7, 3)),
        misfit(
            "(3, 5) sliced from 0 to 3 by 0 along axis 1" + wanted,
            () -> of(3, 5).slice(-1, 0, 3, 0)),
        misfit("(3, 5) has no place 5 along axis 1, which is 5 long", () -> of(3, 5).select(1, 5)),
        misfit(
            "(3, 5) has no place -7 along axis 1, which is 5 long", () -> of(3, 5).select(1, -7)),
        misfit("(3, 5) padded by -1 and 2: neither can be negative", () -> of(3, 5).pad(1, -1, 2)),
        misfit(
            "(3, 5) in windows along axis 1: 3 places, 3 apart, reach over 7",
            () -> of(3, 5).windows(1, 3, 1, 3)),
        misfit(
            "(3, 5) in windows of 2, stride 0, dilation 1: each must be at least 1",
            () -> of(3, 5).windows(1, 2, 0, 1)));
  }

  static Stream<Arguments> places() {
    return Stream.of(
        misfit(
            "5 numbers do not fill (2, 3), which has room for 6",
            () -> Tensor.of(new float[5], 2, 3)),
        misfit("2 numbers do not fill (), which has room for 1", () -> Tensor.of(new double[2])),
        misfit(
            "5 indices do not fill (2, 3), which has room for 6",
            () -> Indices.of(new int[5], 2, 3)),
        misfit(
            "5 answers do not fill (2, 3), which has room for 6",
            () -> Mask.of(new boolean[5], 2, 3)),
        misfit("(2, -3): an axis cannot have the length -3", () -> Shape.of(2, -3)),
        misfit("(65536, 65536): more numbers than an array can hold", () -> Shape.of(65536, 65536)),
        misfit("(2, 3) holds 6 numbers, not one", () -> of(2, 3).item()),
        misfit("(0) holds 0 numbers, not one", () -> of(0).item()),
        misfit("(2, 3) has no place [2, 0]", () -> of(2, 3).at(2, 0)),
        misfit("(2, 3) has no place [1]", () -> of(2, 3).at(1)),
        misfit("there is nothing to put together", () -> Tensor.concatenate(0, List.of())));
  }

  @ParameterizedTest
  @MethodSource({"pairs", "axes", "views", "places"})
  void aMisfitNamesTheShapesAndTheRule(String message, Misfit expression) {
    assertThatExceptionOfType(ShapeException.class)
        .isThrownBy(expression::get)
        .withMessage(message);
  }

  @Test
  void operandsOfTwoTypesAreNamedWithTheirTypes() {
    Tensor wide = of(3).to(DType.FLOAT64);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(2, 3).add(wide))
        .withMessage("FLOAT32 (2, 3) + FLOAT64 (3): the types differ; to(...) makes them one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(2, 3).matmul(wide))
        .withMessage("FLOAT32 (2, 3) · FLOAT64 (3): the types differ; to(...) makes them one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.concatenate(0, List.of(wide, of(3))))
        .withMessage("FLOAT64 (3) beside FLOAT32 (3): the types differ; to(...) makes them one");
  }
}
