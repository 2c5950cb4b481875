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

  private final Kernels kernels;
  private final int length;
  private final int width;
  private final float scale;
  private final Matrix q;
  private final Matrix k;
  private final Matrix v;
  private final int block;
  private final float[] weights;

  CausalHead(Kernels kernels, int length, int width, float scale, Matrix q, Matrix k, Matrix v) {
    this.kernels = kernels;
    this.length = length;
    this.width = width;
    this.scale = scale;
    this.q = q;
    this.k = k;
    this.v = v;
    this.block = Math.clamp(length / 2, FEWEST, MOST);
    this.weights = new float[Math.min(block, length) * length];
  }

  /// The queries `from .. to - 1`.
  private interface Block {
    void run(int from, int to);
  }

  /// `out = P·v`
  void values(Matrix out) {
    values(out, (_, _) -> {});
  }

  /// [#values], and `P` block by block, each behind the numbers that those before it could have.
  void values(Matrix out, float[] saved, int offset) {
    values(
        out,
        (from, to) ->
            System.arraycopy(weights, 0, saved, offset + from * length, (to - from) * to));
  }

  private void values(Matrix out, Block weighed) {
    for (int from = 0; from < length; from += block) {
      int to = Math.min(from + block, length);
      weigh(from, to);
      weighed.run(from, to);
      matmul(to - from, width, to, rows(weights, to), v, below(out, from), false);
    }
  }

  /// `dv = Pᵀ·dy`, `dS = P (dP - Σ dP P)` with `dP = dy·vᵀ`, `dq = dS·k` and `dk = dSᵀ·q`.
  void gradients(Matrix dy, Matrix dq, Matrix dk, Matrix dv) {
    gradients(dy, this::weigh, dq, dk, dv);
  }

  /// [#gradients], of a `P` that was saved.
  void gradients(Matrix dy, float[] saved, int offset, Matrix dq, Matrix dk, Matrix dv) {
    Block recalling =
        (from, to) -> System.arraycopy(saved, offset + from * length, weights, 0, (to - from) * to);
    gradients(dy, recalling, dq, dk, dv);
  }

  private void gradients(Matrix dy, Block weighing, Matrix dq, Matrix dk, Matrix dv) {
    float[] slopes = new float[weights.length];
    clear(dk); // what the first queries do not see
    clear(dv);
    for (int from = 0; from < length; from += block) {
      int to = Math.min(from + block, length);
      int rows = to - from;
      Matrix above = below(dy, from);
      weighing.run(from, to);
      matmul(to, width, rows, transposed(rows(weights, to)), above, dv, from > 0);
      matmul(rows, to, width, above, transposed(v), rows(slopes, to), false);
      kernels.causalSoftmaxGradient(scale, weights, slopes, from, rows, to);
      matmul(rows, width, to, rows(slopes, to), k, below(dq, from), false);
      matmul(to, width, rows, transposed(rows(slopes, to)), below(q, from), dk, from > 0);
    }
  }

  /// The rows `from .. to - 1` of `P = softmax(scale q·kᵀ)`.
  private void weigh(int from, int to) {
    int rows = to - from;
    matmul(rows, to, width, below(q, from), transposed(k), rows(weights, to), false);
    kernels.causalSoftmax(scale, weights, from, rows, to);
  }

  private void matmul(int m, int n, int depth, Matrix a, Matrix b, Matrix c, boolean accumulate) {
    kernels.matmul(m, n, depth, a, b, c, accumulate, Workers.caller());
  }

  private void clear(Matrix x) {
    for (int r = block; r < length; r++) {
      Arrays.fill(x.data(), x.index(r, 0), x.index(r, width), 0);
    }
  }

  private static Matrix rows(float[] data, int columns) {
    return Matrix.rows(data, 0, columns);
  }

  private static Matrix below(Matrix x, int row) {
    return new Matrix(x.data(), x.index(row, 0), x.rowStride(), x.columnStride());
  }

  private static Matrix transposed(Matrix x) {
    return new Matrix(x.data(), x.offset(), x.columnStride(), x.rowStride());
  }
}
