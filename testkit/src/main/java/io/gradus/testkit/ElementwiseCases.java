package io.gradus.testkit;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.Gate;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.UnaryFunction;
import java.util.ArrayList;
import java.util.List;

/// Functions of each number, or of each pair.
final class ElementwiseCases {
  private static final int ROWS = 3;

  private ElementwiseCases() {}

  static List<KernelCase> all() {
    List<KernelCase> cases = new ArrayList<>();
    for (int n : KernelCase.SIZES) {
      maps(n, cases);
      zips(n, cases);
      gates(n, cases);
    }
    return cases;
  }

  private static void maps(int n, List<KernelCase> cases) {
    for (UnaryFunction f : UnaryFunction.values()) {
      float[] x = KernelCase.mixed(n + 3, n);
      cases.add(
          new KernelCase(
              "map %s of %d".formatted(f, n),
              n,
              (kernels, _, out) -> kernels.map(f, x, 3, out, 0, n)));
    }
  }

  private static void zips(int n, List<KernelCase> cases) {
    for (BinaryFunction f : BinaryFunction.values()) {
      for (int form = 0; form < 9; form++) {
        Matrix a = operand(form % 3, n, 1);
        Matrix b = operand(form / 3, n, 2);
        cases.add(
            new KernelCase(
                "zip %s of %d x %d, form %d".formatted(f, ROWS, n, form),
                ROWS * n,
                (kernels, _, out) -> kernels.zip(f, a, b, Matrix.rows(out, 0, n), ROWS, n)));
      }
    }
  }

  /// Whole rows, one row over and over, or one number a row.
  private static Matrix operand(int form, int columns, int seed) {
    float[] data = KernelCase.mixed(ROWS * columns + 5, seed);
    return switch (form) {
      case 0 -> new Matrix(data, 5, columns, 1);
      case 1 -> new Matrix(data, 1, 0, 1);
      default -> new Matrix(data, 2, 1, 0);
    };
  }

  private static void gates(int n, List<KernelCase> cases) {
    for (Gate gate : Gate.values()) {
      float[] x = KernelCase.mixed(n + 3, n);
      cases.add(
          new KernelCase(
              "gate %s of %d".formatted(gate, n),
              n,
              (kernels, _, out) -> kernels.gate(gate, x, 3, out, 0, n)));
      cases.add(
          new KernelCase(
              "gate %s of %d with its slopes".formatted(gate, n),
              2 * n,
              (kernels, _, out) -> kernels.gateWithSlopes(gate, x, 3, out, 0, out, n, n)));
    }
  }
}
