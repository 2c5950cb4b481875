package io.gradus.kernels;

import java.util.Arrays;

/// One head of causal attention in the other primitives, some queries at a time: so its weights
/// stay in a cache, and what lies in the future of all of them is left out.
///
/// What is left out is multiplied by 0 in the whole product, so that leaving it out changes no bit
/// of finite numbers.
final class CausalHead {
  /// Queries that are worked on together: half of them leave out a quarter of the weights, but
  /// products of fewer rows take longer, and those of many would leave the cache.
  private static final int FEWEST = 32;

  private static final int MOST = 64;

  private static final ThreadArray WEIGHTS = new ThreadArray();
  private static final ThreadArray SLOPES = new ThreadArray();

  private final Kernels kernels;
  private final int length;
  private final int width;
  private final float scale;
  private final Matrix q;
  private final Matrix k;
  private final Matrix v;
  private final int block;

  CausalHead(Kernels kernels, int length, int width, float scale, Matrix q, Matrix k, Matrix v) {
    this.kernels = kernels;
    this.length = length;
    this.width = width;
    this.scale = scale;
    this.q = q;
    this.k = k;
    this.v = v;
    this.block = Math.clamp(length / 2, FEWEST, MOST);
  }

  /// `out = P·v`
  void values(Matrix out) {
    values(out, room(WEIGHTS), 0, 0);
  }

  /// [#values], and `P` block by block, each behind the numbers that those before it could have.
  void values(Matrix out, float[] saved, int offset) {
    values(out, saved, offset, length);
  }

  /// @param each numbers from the weights of a query to those of the next block's: 0 where all
  ///   blocks have one place
  private void values(Matrix out, float[] weights, int offset, int each) {
    for (int from = 0; from < length; from += block) {
      int to = Math.min(from + block, length);
      int at = offset + from * each;
      weigh(from, to, weights, at);
      matmul(to - from, width, to, Matrix.rows(weights, at, to), v, below(out, from), false);
    }
  }

  /// `dv = Pᵀ·dy`, `dS = P (dP - Σ dP P)` with `dP = dy·vᵀ`, `dq = dS·k` and `dk = dSᵀ·q`.
  void gradients(Matrix dy, Matrix dq, Matrix dk, Matrix dv) {
    float[] weights = room(WEIGHTS);
    clearUnseen(dk);
    clearUnseen(dv);
    for (int from = 0; from < length; from += block) {
      int to = Math.min(from + block, length);
      weigh(from, to, weights, 0);
      gradients(dy, from, to, weights, 0, dq, dk, dv);
    }
  }

  /// [#gradients], of a `P` that was saved.
  void gradients(Matrix dy, float[] saved, int offset, Matrix dq, Matrix dk, Matrix dv) {
    clearUnseen(dk);
    clearUnseen(dv);
    for (int from = 0; from < length; from += block) {
      int to = Math.min(from + block, length);
      gradients(dy, from, to, saved, offset + from * length, dq, dk, dv);
    }
  }

  /// What the queries `from .. to - 1` add to the gradients.
  private void gradients(
      Matrix dy, int from, int to, float[] weights, int at, Matrix dq, Matrix dk, Matrix dv) {
    int rows = to - from;
    Matrix above = below(dy, from);
    float[] ofWeights = room(SLOPES);
    Matrix slopes = Matrix.rows(ofWeights, 0, to);
    matmul(to, width, rows, transposed(Matrix.rows(weights, at, to)), above, dv, from > 0);
    matmul(rows, to, width, above, transposed(v), slopes, false);
    kernels.causalSoftmaxGradient(scale, weights, at, ofWeights, 0, from, rows, to);
    matmul(rows, width, to, slopes, k, below(dq, from), false);
    matmul(to, width, rows, transposed(slopes), below(q, from), dk, from > 0);
  }

  /// The rows `from .. to - 1` of `P = softmax(scale q·kᵀ)`.
  private void weigh(int from, int to, float[] weights, int at) {
    int rows = to - from;
    Matrix p = Matrix.rows(weights, at, to);
    matmul(rows, to, width, below(q, from), transposed(k), p, false);
    kernels.causalSoftmax(scale, weights, at, from, rows, to);
  }

  /// Room for the weights of a block.
  private float[] room(ThreadArray of) {
    return of.ofAtLeast(Math.min(block, length) * length);
  }

  private void matmul(int m, int n, int depth, Matrix a, Matrix b, Matrix c, boolean accumulate) {
    kernels.matmul(m, n, depth, a, b, c, accumulate, Workers.caller());
  }

  /// Clears the gradients of what the first queries do not see.
  private void clearUnseen(Matrix x) {
    for (int r = block; r < length; r++) {
      Arrays.fill(x.data(), x.index(r, 0), x.index(r, width), 0);
    }
  }

  private static Matrix below(Matrix x, int row) {
    return new Matrix(x.data(), x.index(row, 0), x.rowStride(), x.columnStride());
  }

  private static Matrix transposed(Matrix x) {
    return new Matrix(x.data(), x.offset(), x.columnStride(), x.rowStride());
  }
}
