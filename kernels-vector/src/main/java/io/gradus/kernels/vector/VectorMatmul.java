package io.gradus.kernels.vector;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.Workers;
import java.util.Arrays;

/// The product of two matrices, by whichever way suits its shape.
///
/// Every way computes an element as one chain of fused multiply-adds over `k` in ascending order.
/// Tiles, blocks and threads only choose who computes which element, and when a chain pauses in
/// `c`.
final class VectorMatmul {
  /// Multiply-adds up to which plain loops end before a tile has begun.
  private static final int TINY = 200;

  /// Multiply-adds, some 6 us of one thread, from which a second thread gains: below, moving the
  /// operands from one core's cache to the other's costs what the sharing saves.
  private static final long SHARED = 300_000;

  private VectorMatmul() {}

  static void matmul(
      int m, int n, int k, Matrix a, Matrix b, Matrix c, boolean accumulate, Workers workers) {
    if (m == 0 || n == 0) {
      return;
    }
    if (k == 0) {
      clear(m, n, c, accumulate);
      return;
    }
    if ((long) m * n * k <= TINY) {
      plain(m, n, k, a, b, c, accumulate);
      return;
    }
    if (n == 1 && m > 1 && c.rowStride() == 1) {
      // One column fills no vector: (A·b)ᵀ = bᵀ·Aᵀ is one row.
      large(1, m, k, transposed(b), transposed(a), transposed(c), accumulate, workers);
    } else {
      large(m, n, k, a, b, c, accumulate, workers);
    }
  }

  /// Whether a product is made in blocks, each of which can be finished while a cache holds it.
  static boolean blocked(int m, int n, int k, Matrix b) {
    return (long) m * n * k > TINY && (n > 1 || m == 1) && !RowProduct.suits(m, n, b);
  }

  /// `c = a·b`, in blocks, each finished by whoever made it.
  static void blocks(
      int m, int n, int k, Matrix a, Matrix b, Matrix c, Finish finish, Workers workers) {
    boolean shared = (long) m * n * k >= SHARED;
    new BlockedProduct(m, n, k, a, b, c, false, shared, finish)
        .run(shared ? workers : Workers.caller());
  }

  private static void large(
      int m, int n, int k, Matrix a, Matrix b, Matrix c, boolean accumulate, Workers workers) {
    boolean shared = (long) m * n * k >= SHARED;
    Workers crew = shared ? workers : Workers.caller();
    if (RowProduct.suits(m, n, b)) {
      for (int i = 0; i < m; i++) {
        new RowProduct(n, k, Packing.view(a, i, 0), b, Packing.view(c, i, 0), accumulate)
            .run(shared, crew);
      }
    } else {
      new BlockedProduct(m, n, k, a, b, c, accumulate, shared, Finish.NONE).run(crew);
    }
  }

  private static Matrix transposed(Matrix x) {
    return new Matrix(x.data(), x.offset(), x.columnStride(), x.rowStride());
  }

  private static void clear(int m, int n, Matrix c, boolean accumulate) {
    if (!accumulate) {
      for (int i = 0; i < m; i++) {
        Arrays.fill(c.data(), c.index(i, 0), c.index(i, n), 0);
      }
    }
  }

  private static void plain(int m, int n, int k, Matrix a, Matrix b, Matrix c, boolean accumulate) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        int at = c.index(i, j);
        float sum = accumulate ? c.data()[at] : 0;
        for (int p = 0; p < k; p++) {
          sum = Math.fma(a.data()[a.index(i, p)], b.data()[b.index(p, j)], sum);
        }
        c.data()[at] = sum;
      }
    }
  }
}
