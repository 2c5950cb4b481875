package io.gradus.testkit;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.Standards;
import java.util.ArrayList;
import java.util.List;

/// Sums over columns, and what is made of them.
final class ColumnCases {
  private static final float EPS = 1e-5f;

  private ColumnCases() {}

  static List<KernelCase> all() {
    List<KernelCase> cases = new ArrayList<>();
    for (int rows : new int[] {2, 3, 32, 257}) {
      for (int columns : KernelCase.SIZES) {
        add(rows, columns, cases);
      }
    }
    return cases;
  }

  private static void add(int rows, int columns, List<KernelCase> cases) {
    int n = rows * columns;
    String size = " of %d x %d".formatted(rows, columns);
    Matrix x = Matrix.rows(KernelCase.finite(n + 2, 1), 2, columns);
    Matrix dy = Matrix.rows(KernelCase.finite(n, 2), 0, columns);
    cases.add(
        new KernelCase(
            "column sums" + size,
            columns,
            (kernels, _, out) -> kernels.columnSums(x, rows, columns, out, 0)));
    cases.add(
        new KernelCase(
            "moments" + size,
            2 * columns,
            (kernels, _, out) -> kernels.columnMoments(x, rows, columns, 1, out, 0, out, columns)));
    Matrix gain = new Matrix(KernelCase.finite(columns + 1, 3), 1, 0, 1);
    Matrix bias = new Matrix(KernelCase.finite(columns, 4), 0, 0, 1);
    cases.add(
        new KernelCase(
            "normalized columns" + size,
            n + 2 * columns,
            (kernels, _, out) -> {
              Standards found = Standards.of(columns);
              Matrix to = Matrix.rows(out, 0, columns);
              kernels.normalizeColumns(x, rows, columns, 1, EPS, gain, bias, to, found);
              System.arraycopy(found.means(), 0, out, n, columns);
              System.arraycopy(found.scales(), 0, out, n + columns, columns);
            }));
    var standards =
        new Standards(KernelCase.finite(columns + 1, 5), KernelCase.finite(columns + 1, 6), 1);
    cases.add(
        new KernelCase(
            "normalized columns gradient" + size,
            n + 2 * columns,
            (kernels, _, out) ->
                kernels.normalizeColumnsGradient(
                    dy,
                    x,
                    rows,
                    columns,
                    1,
                    standards,
                    gain,
                    Matrix.rows(out, 0, columns),
                    new Matrix(out, n, 0, 1),
                    new Matrix(out, n + columns, 0, 1))));
  }
}
