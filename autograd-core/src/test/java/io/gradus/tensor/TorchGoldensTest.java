package io.gradus.tensor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.tensor.TorchExpressions.Case;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// Every expression of the shared file beside PyTorch, which computed it in double precision.
@Tag("needs-data")
class TorchGoldensTest {
  /// Absolute up to magnitude 1, relative above.
  private static final double DOUBLE_TOLERANCE = 1e-10;

  /// Relative to the largest magnitude in the tensor, because a small element may be the difference
  /// of large ones; a float that is not normal counts as 0.
  private static final double FLOAT_TOLERANCE = 2e-5;

  @TestFactory
  Stream<DynamicTest> theNumbersAndTheGradientsAreThoseOfTorch() throws IOException {
    List<Golden> goldens = Golden.all();
    assertThat(goldens).as("cases under the key 'ops'").isNotEmpty();
    return goldens.stream()
        .flatMap(golden ->
            Arrays.stream(DType.values())
                .map(type ->
                    DynamicTest.dynamicTest(
                        title(golden, type), () -> requireEqual(golden, type))));
  }

  private static String title(Golden golden, DType type) {
    return "%s %s in %s".formatted(golden.name(), golden.args().node(), type);
  }

  private static void requireEqual(Golden golden, DType type) {
    assertThat(TorchExpressions.BY_NAME.keySet()).as("known names").contains(golden.name());
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    golden.inputs().forEach((name, array) -> tensors.put(name, array.tensor(type)));
    var it = new Case(tensors, golden);
    Tensor output = requireNonNull(TorchExpressions.BY_NAME.get(golden.name())).of(it);
    requireClose("the result", output, golden.output());
    assertThat(golden.grads().isEmpty()).isEqualTo(golden.weight().isEmpty());
    if (golden.weight().isPresent()) {
      Tensor weight = golden.weight().orElseThrow().tensor(type);
      Gradients gradients = Autograd.backward(output.mul(weight).sum());
      golden
          .grads()
          .forEach((name, expected) ->
              requireClose("the gradient of " + name, gradients.of(it.tensor(name)), expected));
    }
  }

  private static void requireClose(String what, Tensor tensor, Golden.Array expected) {
    assertThat(tensor.shape()).as(what).isEqualTo(Shape.of(expected.shape()));
    double[] numbers = tensor.toDoubles();
    double largest = Arrays.stream(expected.data()).map(Math::abs).max().orElse(0);
    for (int i = 0; i < numbers.length; i++) {
      double wanted = expected.data()[i];
      double tolerance =
          tensor.dtype() == DType.FLOAT64
              ? DOUBLE_TOLERANCE * Math.max(1, Math.abs(wanted))
              : FLOAT_TOLERANCE * largest + Float.MIN_NORMAL;
      assertThat(numbers[i]).as("%s at %d", what, i).isCloseTo(wanted, within(tolerance));
    }
  }
}
