package io.gradus.kernels.vector;

import static io.gradus.kernels.vector.ProbeNumbers.finite;
import static io.gradus.kernels.vector.ProbeNumbers.numbers;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.Gate;
import io.gradus.kernels.KernelChoice;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.UnaryFunction;
import io.gradus.kernels.Workers;
import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import java.util.Arrays;
import java.util.function.Consumer;

/// A program that prints what every kernel computes, a line a case, for [NumericsContractTest] to
/// compare between JVMs.
///
/// Argument: how often each case runs. Many runs pass through every compiler; each of them must
/// give the bits of the first.
final class NumericsProbe {
  /// Around the edges of every tile: lanes, vectors of each width, register tiles, cache blocks.
  private static final int[] SIZES = {
    0, 1, 2, 3, 7, 8, 9, 11, 12, 13, 15, 16, 17, 24, 25, 31, 32, 33, 47, 48, 49, 63, 64, 65, 100,
    200, 257
  };

  private static final int[] TINY = {0, 1, 2, 5, 15, 16, 17, 31, 33};

  private final Kernels kernels = KernelChoice.kernels();
  private final Workers workers = Workers.of(KernelChoice.threads());
  private final int rounds;
  private final int[] sizes;

  private NumericsProbe(int rounds) {
    this.rounds = rounds;
    this.sizes = rounds == 1 ? TINY : SIZES;
  }

  public static void main(String[] arguments) {
    var probe = new NumericsProbe(Integer.parseInt(arguments[0]));
    probe.maps();
    probe.zips();
    probe.sums();
    probe.rows();
    probe.norms();
    probe.gates();
    probe.heads();
    probe.products();
    if (probe.rounds > 1) {
      LargeTensors.digests().forEach((name, bits) -> System.out.println(name + " " + bits));
    }
    System.out.println("training " + TinyTraining.digest(probe.rounds));
  }

  private void maps() {
    for (UnaryFunction f : UnaryFunction.values()) {
      for (int n : sizes) {
        float[] x = numbers("map", n + 3);
        check("map %s %d".formatted(f, n), n, out -> kernels.map(f, x, 3, out, 0, n));
      }
    }
  }

  private void zips() {
    for (int n : sizes) {
      float[] slopes = finite("slopes", n + 3);
      float[] weights = finite("weights", n);
      check(
          "descent " + n,
          n,
          out -> {
            System.arraycopy(weights, 0, out, 0, n);
            boolean _ = kernels.descend(0.1f, slopes, 3, out, 0, n);
          });
    }
    for (BinaryFunction f : BinaryFunction.values()) {
      for (int rows : new int[] {1, 3}) {
        for (int n : sizes) {
          float[] x = numbers("x", rows * n + 5);
          float[] y = numbers("y", rows * n + 5);
          Matrix out = Matrix.rows(new float[rows * n], 0, n);
          for (int form = 0; form < 9; form++) {
            Matrix a = operand(x, form % 3, n);
            Matrix b = operand(y, form / 3, n);
            check(
                "zip %s %d x %d form %d".formatted(f, rows, n, form),
                rows * n,
                to -> kernels.zip(f, a, b, new Matrix(to, 0, out.rowStride(), 1), rows, n));
          }
        }
      }
    }
  }

  /// Whole rows, one row over and over, or one number a row.
  private static Matrix operand(float[] data, int form, int columns) {
    return switch (form) {
      case 0 -> new Matrix(data, 5, columns, 1);
      case 1 -> new Matrix(data, 1, 0, 1);
      default -> new Matrix(data, 2, 1, 0);
    };
  }

  private void sums() {
    for (int rows : new int[] {1, 2, 5, 255, 256, 257, 513}) {
      for (int columns : rows > 5 ? new int[] {1, 16, 33} : sizes) {
        float[] x = finite("sums", rows * columns + 3);
        Matrix matrix = Matrix.rows(x, 3, columns);
        String size = rows + " x " + columns;
        check("row sums " + size, rows, out -> kernels.rowSums(matrix, rows, columns, out, 0));
        check("row maxima " + size, rows, out -> kernels.rowMaxima(matrix, rows, columns, out, 0));
        check(
            "column sums " + size,
            columns,
            out -> kernels.columnSums(matrix, rows, columns, out, 0));
      }
    }
  }

  private void rows() {
    for (int columns : sizes) {
      int n = 3 * columns;
      float[] x = finite("rows", n);
      float[] y = finite("more rows", n);
      Matrix matrix = Matrix.rows(x, 0, columns);
      check("softmax " + columns, n, out -> kernels.softmaxRows(matrix, 3, columns, out, 0));
      check("log-softmax " + columns, n, out -> kernels.logSoftmaxRows(matrix, 3, columns, out, 0));
      check(
          "softmax gradient " + columns,
          n,
          out -> kernels.softmaxRowsGradient(x, 0, y, 0, 3, columns, out, 0));
      if (columns > 0) {
        int[] classes = {0, columns - 1, columns / 2};
        check(
            "cross entropy " + columns,
            3,
            out -> kernels.crossEntropyRows(x, 0, 3, columns, classes, out, 0));
        check(
            "softmax beside cross entropy " + columns,
            n,
            out ->
                kernels.crossEntropyRowsWithSoftmax(
                    x, 0, 3, columns, classes, new float[3], out, 0));
        check(
            "cross entropy gradient " + columns,
            n,
            out -> kernels.crossEntropyRowsGradient(y, 0, x, 0, 3, columns, classes, out));
      }
      check("causal softmax " + columns, n, out -> causalSoftmax(x, columns, out));
      check(
          "causal softmax gradient " + columns,
          n,
          out -> {
            float[] weights = new float[n];
            causalSoftmax(x, columns, weights);
            System.arraycopy(y, 0, out, 0, n);
            kernels.causalSoftmaxGradient(
                0.3f, weights, 0, out, 0, Math.max(0, columns - 3), 3, columns);
          });
      check(
          "log-softmax gradient " + columns,
          n,
          out -> kernels.logSoftmaxRowsGradient(x, 0, y, 0, 3, columns, out, 0));
    }
  }

  private void gates() {
    for (Gate gate : Gate.values()) {
      for (int n : sizes) {
        float[] x = numbers("gate", n + 3);
        check("gate %s %d".formatted(gate, n), n, out -> kernels.gate(gate, x, 3, out, 0, n));
        check(
            "gate slopes %s %d".formatted(gate, n),
            n,
            out -> kernels.gateWithSlopes(gate, x, 3, new float[n], 0, out, 0, n));
      }
    }
  }

  private void heads() {
    for (int length : sizes) {
      for (int width : new int[] {1, 8, 16, 33}) {
        int n = length * width;
        Matrix dy = Matrix.rows(finite("attended", n), 0, width);
        Matrix q = Matrix.rows(finite("queries", n), 0, width);
        Matrix k = Matrix.rows(finite("keys", n), 0, width);
        Matrix v = Matrix.rows(finite("values", n), 0, width);
        String size = length + " x " + width;
        check(
            "attend " + size,
            n,
            out -> kernels.attend(length, width, 0.3f, q, k, v, Matrix.rows(out, 0, width)));
        check(
            "attend gradient " + size,
            3 * n,
            out -> {
              Matrix dq = Matrix.rows(out, 0, width);
              Matrix dk = Matrix.rows(out, n, width);
              Matrix dv = Matrix.rows(out, 2 * n, width);
              kernels.attendGradient(length, width, 0.3f, dy, q, k, v, dq, dk, dv);
            });
        check(
            "attend and gradient of saved weights " + size,
            4 * n,
            out -> {
              float[] weights = new float[length * length];
              Matrix y = Matrix.rows(out, 3 * n, width);
              kernels.attendSavingWeights(length, width, 0.3f, q, k, v, y, weights, 0);
              Matrix dq = Matrix.rows(out, 0, width);
              Matrix dk = Matrix.rows(out, n, width);
              Matrix dv = Matrix.rows(out, 2 * n, width);
              kernels.attendGradientOfWeights(
                  length, width, 0.3f, dy, q, k, v, weights, 0, dq, dk, dv);
            });
      }
    }
  }

  private void causalSoftmax(float[] x, int columns, float[] out) {
    System.arraycopy(x, 0, out, 0, x.length);
    kernels.causalSoftmax(0.3f, out, 0, Math.max(0, columns - 3), 3, columns);
  }

  private void norms() {
    var norms = new NormsProbe(kernels, this::check);
    for (int columns : sizes) {
      norms.rows(columns);
      for (int rows : new int[] {2, 3, 32, 257}) {
        norms.columns(rows, columns);
      }
    }
  }

  private void products() {
    Generator generator = Algorithm.PHILOX.generator(5);
    for (int i = 0; i < (rounds == 1 ? 20 : 120); i++) {
      product(
          sizes[generator.below(sizes.length)],
          sizes[generator.below(sizes.length)],
          sizes[generator.below(sizes.length)],
          generator.below(8));
    }
    if (rounds > 1) {
      for (int form = 0; form < 8; form++) {
        product(192 + 7, 255, 300, form); // long enough for the workers
      }
    }
  }

  private void product(int m, int n, int k, int form) {
    float[] x = finite("a", m * k + 1);
    float[] y = finite("b", k * n + 2);
    float[] start = finite("c", m * n);
    Matrix a = (form & 1) == 0 ? new Matrix(x, 1, k, 1) : new Matrix(x, 1, 1, m);
    Matrix b = (form & 2) == 0 ? new Matrix(y, 2, n, 1) : new Matrix(y, 2, 1, k);
    boolean accumulate = (form & 4) != 0;
    check(
        "matmul %d x %d x %d form %d".formatted(m, k, n, form),
        m * n,
        out -> {
          System.arraycopy(start, 0, out, 0, out.length);
          kernels.matmul(m, n, k, a, b, Matrix.rows(out, 0, n), accumulate, workers);
        });
    Matrix row = new Matrix(start, 0, 0, 1);
    check(
        "affine %d x %d x %d form %d".formatted(m, k, n, form),
        m * n,
        out -> kernels.affine(m, n, k, a, b, row, Matrix.rows(out, 0, n), workers));
  }

  /// Runs a case often enough for every compiler, holds each run to the first, and prints its bits.
  private void check(String name, int size, Consumer<float[]> kernel) {
    float[] first = new float[size];
    kernel.accept(first);
    long cost = 1L + size;
    int times = Math.clamp(rounds * 256L / cost, Math.min(rounds, 3), rounds);
    for (int i = 1; i < times; i++) {
      float[] again = new float[size];
      kernel.accept(again);
      if (!Arrays.equals(first, again)) {
        throw new IllegalStateException(name + ": run " + i + " differs from the first");
      }
    }
    System.out.println(name + " " + bits(first));
  }

  /// A number for the bits of an array; every NaN counts as one.
  static String bits(float[] numbers) {
    long hash = 1;
    for (float number : numbers) {
      hash = hash * 0x9E3779B97F4A7C15L + Float.floatToIntBits(number);
    }
    return Long.toHexString(hash);
  }
}
