package io.gradus.testkit;

import static org.assertj.core.api.Assertions.fail;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.ScalarKernels;
import io.gradus.kernels.Workers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What all kernels keep to: the bits of the plain ones, on arrays around the edges of lanes,
/// vectors and blocks. A test class gives the kernels.
public interface KernelsContract {
  /// The kernels.
  Kernels kernels();

  @Test
  default void functionsHaveTheBitsOfThePlainKernels() {
    requirePlain(kernels(), ElementwiseCases.all());
  }

  @Test
  default void rowsHaveTheBitsOfThePlainKernels() {
    requirePlain(kernels(), RowCases.all());
  }

  @Test
  default void columnsHaveTheBitsOfThePlainKernels() {
    requirePlain(kernels(), ColumnCases.all());
  }

  @Test
  default void productsHaveTheBitsOfThePlainKernels() {
    requirePlain(kernels(), ProductCases.all());
  }

  @Test
  default void productsHaveTheSameBitsOnThreeThreads() {
    Kernels kernels = kernels();
    for (KernelCase tried : ProductCases.all()) {
      float[] alone = tried.out(kernels, Workers.caller());
      requireSame(kernels, tried, alone, tried.out(kernels, KernelCase.THREE));
    }
  }

  private static void requirePlain(Kernels kernels, List<KernelCase> cases) {
    Kernels plain = new ScalarKernels();
    for (KernelCase tried : cases) {
      float[] expected = tried.out(plain, Workers.caller());
      requireSame(kernels, tried, expected, tried.out(kernels, Workers.caller()));
    }
  }

  private static void requireSame(
      Kernels kernels, KernelCase tried, float[] expected, float[] found) {
    int at = Arrays.mismatch(expected, found);
    if (at >= 0) {
      fail(
          "%s of %s: number %d is %s, not %s",
          tried.name(), kernels.name(), at, found[at], expected[at]);
    }
  }
}
