package io.gradus.testkit;

import io.gradus.kernels.Matrix;
import java.util.ArrayList;
import java.util.List;

/// Products of matrices, and attention, which is made of them.
final class ProductCases {
  private static final int[] SIDES = {1, 8, 17, 65};

  private ProductCases() {}

  static List<KernelCase> all() {
    List<KernelCase> cases = new ArrayList<>();
    for (int m : SIDES) {
      for (int n : SIDES) {
        for (int k : SIDES) {
          products(m, n, k, cases);
        }
      }
    }
    products(199, 255, 300, cases); // long enough for the workers
    for (int length : SIDES) {
      attention(length, 8, cases);
      attention(length, 33, cases);
    }
    return cases;
  }

  private static void products(int m, int n, int k, List<KernelCase> cases) {
    float[] x = KernelCase.finite(m * k + 1, 1);
    float[] y = KernelCase.finite(k * n + 2, 2);
    String size = "%d x %d x %d".formatted(m, k, n);
    for (int form = 0; form < 4; form++) {
      Matrix a = (form & 1) == 0 ? new Matrix(x, 1, k, 1) : new Matrix(x, 1, 1, m);
      Matrix b = (form & 2) == 0 ? new Matrix(y, 2, n, 1) : new Matrix(y, 2, 1, k);
      for (boolean accumulate : new boolean[] {false, true}) {
        cases.add(
            new KernelCase(
                "product of %s, form %d%s".formatted(size, form, accumulate ? ", added" : ""),
                m * n,
                (kernels, workers, out) ->
                    kernels.matmul(m, n, k, a, b, Matrix.rows(out, 0, n), accumulate, workers)));
      }
    }
    Matrix a = new Matrix(x, 1, k, 1);
    Matrix b = new Matrix(y, 2, n, 1);
    Matrix bias = new Matrix(KernelCase.finite(n, 3), 0, 0, 1);
    cases.add(
        new KernelCase(
            "affine map of " + size,
            m * n,
            (kernels, workers, out) ->
                kernels.affine(m, n, k, a, b, bias, Matrix.rows(out, 0, n), workers)));
  }

  private static void attention(int length, int width, List<KernelCase> cases) {
    int n = length * width;
    Matrix q = Matrix.rows(KernelCase.finite(n, 4), 0, width);
    Matrix k = Matrix.rows(KernelCase.finite(n, 5), 0, width);
    Matrix v = Matrix.rows(KernelCase.finite(n, 6), 0, width);
    Matrix dy = Matrix.rows(KernelCase.finite(n, 7), 0, width);
    String size = " of %d x %d".formatted(length, width);
    cases.add(
        new KernelCase(
            "attention" + size,
            n,
            (kernels, _, out) ->
                kernels.attend(length, width, 0.3f, q, k, v, Matrix.rows(out, 0, width))));
    cases.add(
        new KernelCase(
            "attention gradient" + size,
            3 * n,
            (kernels, _, out) ->
                kernels.attendGradient(
                    length,
                    width,
                    0.3f,
                    dy,
                    q,
                    k,
                    v,
                    Matrix.rows(out, 0, width),
                    Matrix.rows(out, n, width),
                    Matrix.rows(out, 2 * n, width))));
    cases.add(
        new KernelCase(
            "attention and its gradient of saved weights" + size,
            4 * n,
            (kernels, _, out) -> {
              float[] weights = new float[1 + length * length];
              Matrix y = Matrix.rows(out, 3 * n, width);
              kernels.attendSavingWeights(length, width, 0.3f, q, k, v, y, weights, 1);
              kernels.attendGradientOfWeights(
                  length,
                  width,
                  0.3f,
                  dy,
                  q,
                  k,
                  v,
                  weights,
                  1,
                  Matrix.rows(out, 0, width),
                  Matrix.rows(out, n, width),
                  Matrix.rows(out, 2 * n, width));
            }));
  }
}
