package io.gradus.testkit;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.Standards;
import java.util.ArrayList;
import java.util.List;

/// Sums over rows, and what is made of them.
final class RowCases {
  private static final int ROWS = 3;
  private static final float EPS = 1e-5f;

  private RowCases() {}

  static List<KernelCase> all() {
    List<KernelCase> cases = new ArrayList<>();
    for (int n : KernelCase.SIZES) {
      reductions(n, cases);
      shares(n, cases);
      classes(n, cases);
      standards(n, cases);
      causal(n, cases);
    }
    return cases;
  }

  private static KernelCase rows(String what, int columns, KernelCase.Use use) {
    return new KernelCase("%s of %d x %d".formatted(what, ROWS, columns), ROWS * columns, use);
  }

  private static void reductions(int n, List<KernelCase> cases) {
    Matrix x = Matrix.rows(KernelCase.finite(ROWS * n, 1), 0, n);
    Matrix mixed = Matrix.rows(KernelCase.mixed(ROWS * n, 1), 0, n);
    cases.add(
        new KernelCase(
            "row sums of " + n, ROWS, (kernels, _, out) -> kernels.rowSums(x, ROWS, n, out, 0)));
    cases.add(
        new KernelCase(
            "row maxima of " + n,
            ROWS,
            (kernels, _, out) -> kernels.rowMaxima(mixed, ROWS, n, out, 0)));
  }

  private static void shares(int n, List<KernelCase> cases) {
    float[] x = KernelCase.finite(ROWS * n, 2);
    float[] dy = KernelCase.finite(ROWS * n, 3);
    Matrix matrix = Matrix.rows(x, 0, n);
    cases.add(
        rows("softmax", n, (kernels, _, out) -> kernels.softmaxRows(matrix, ROWS, n, out, 0)));
    cases.add(
        rows(
            "log-softmax",
            n,
            (kernels, _, out) -> kernels.logSoftmaxRows(matrix, ROWS, n, out, 0)));
    cases.add(
        rows(
            "softmax gradient",
            n,
            (kernels, _, out) -> kernels.softmaxRowsGradient(dy, 0, x, 0, ROWS, n, out, 0)));
    cases.add(
        rows(
            "log-softmax gradient",
            n,
            (kernels, _, out) -> kernels.logSoftmaxRowsGradient(dy, 0, x, 0, ROWS, n, out, 0)));
  }

  private static void classes(int n, List<KernelCase> cases) {
    float[] x = KernelCase.finite(ROWS * n, 4);
    float[] dy = KernelCase.finite(ROWS, 5);
    int[] classes = {0, n - 1, n / 2};
    cases.add(
        new KernelCase(
            "cross entropy of " + n,
            ROWS,
            (kernels, _, out) -> kernels.crossEntropyRows(x, 0, ROWS, n, classes, out, 0)));
    cases.add(
        new KernelCase(
            "cross entropy of %d with its softmax".formatted(n),
            ROWS + ROWS * n,
            (kernels, _, out) -> {
              float[] softmax = new float[ROWS * n];
              kernels.crossEntropyRowsWithSoftmax(x, 0, ROWS, n, classes, out, softmax, 0);
              System.arraycopy(softmax, 0, out, ROWS, softmax.length);
            }));
    cases.add(
        rows(
            "cross entropy gradient",
            n,
            (kernels, _, out) ->
                kernels.crossEntropyRowsGradient(dy, 0, x, 0, ROWS, n, classes, out)));
  }

  private static void standards(int n, List<KernelCase> cases) {
    float[] x = KernelCase.finite(ROWS * n, 6);
    float[] dy = KernelCase.finite(ROWS * n, 7);
    Matrix gain = new Matrix(KernelCase.finite(n + 1, 10), 1, 0, 1);
    Matrix bias = new Matrix(KernelCase.finite(n, 11), 0, 0, 1);
    var standards =
        new Standards(KernelCase.finite(ROWS + 1, 12), KernelCase.finite(ROWS + 1, 13), 1);
    cases.add(
        new KernelCase(
            "normalized rows of %d x %d".formatted(ROWS, n),
            ROWS * (n + 2),
            (kernels, _, out) -> {
              Standards found = Standards.of(ROWS);
              Matrix to = Matrix.rows(out, 0, n);
              kernels.normalizeRows(Matrix.rows(x, 0, n), ROWS, n, EPS, gain, bias, to, found);
              System.arraycopy(found.means(), 0, out, ROWS * n, ROWS);
              System.arraycopy(found.scales(), 0, out, ROWS * (n + 1), ROWS);
            }));
    cases.add(
        new KernelCase(
            "normalized rows gradient of %d x %d".formatted(ROWS, n),
            (ROWS + 2) * n,
            (kernels, _, out) ->
                kernels.normalizeRowsGradient(
                    Matrix.rows(dy, 0, n),
                    Matrix.rows(x, 0, n),
                    ROWS,
                    n,
                    standards,
                    gain,
                    Matrix.rows(out, 0, n),
                    new Matrix(out, ROWS * n, 0, 1),
                    new Matrix(out, (ROWS + 1) * n, 0, 1))));
  }

  private static void causal(int n, List<KernelCase> cases) {
    float[] x = KernelCase.finite(ROWS * n, 8);
    float[] dy = KernelCase.finite(ROWS * n, 9);
    int before = Math.max(0, n - ROWS);
    cases.add(
        rows(
            "causal softmax",
            n,
            (kernels, _, out) -> {
              float[] y = behind(3, x);
              kernels.causalSoftmax(0.3f, y, 3, before, ROWS, n);
              System.arraycopy(y, 3, out, 0, out.length);
            }));
    cases.add(
        rows(
            "causal softmax gradient",
            n,
            (kernels, _, out) -> {
              float[] y = behind(3, x);
              float[] slopes = behind(2, dy);
              kernels.causalSoftmax(0.3f, y, 3, before, ROWS, n);
              kernels.causalSoftmaxGradient(0.3f, y, 3, slopes, 2, before, ROWS, n);
              System.arraycopy(slopes, 2, out, 0, out.length);
            }));
  }

  private static float[] behind(int offset, float[] numbers) {
    float[] array = new float[offset + numbers.length];
    System.arraycopy(numbers, 0, array, offset, numbers.length);
    return array;
  }
}
