package io.gradus.tensor;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.DoubleLoops;
import io.gradus.kernels.DoubleMatrix;
import io.gradus.kernels.Gate;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.UnaryFunction;
import java.util.List;

/// Functions of one or two elements, over whole tensors.
final class Elementwise {
  private Elementwise() {}

  static Tensor map(UnaryFunction f, Tensor x) {
    Tensor packed = Copies.packed(x);
    int n = packed.shape().size();
    int offset = packed.layout().offset();
    Storage out = Memory.unset(packed.dtype(), n);
    switch (out) {
      case Storage.Floats floats -> {
        float[] from = packed.floats();
        Kernels kernels = Scope.current().compute().kernels();
        Parts.over(
            n, 1, (lo, hi) -> kernels.map(f, from, offset + lo, floats.array(), lo, hi - lo));
      }
      case Storage.Doubles doubles -> {
        double[] from = packed.doubles();
        Parts.over(
            n, 1, (lo, hi) -> DoubleLoops.map(f, from, offset + lo, doubles.array(), lo, hi - lo));
      }
    }
    return Tensor.of(out, Layout.rowMajor(packed.shape()));
  }

  static Tensor zip(BinaryFunction f, String sign, Tensor a, Tensor b) {
    DType type = commonType(a, b, sign);
    if (a.shape().equals(b.shape()) && a.layout().contiguous() && b.layout().contiguous()) {
      return zipFlat(f, a, b, 1);
    }
    Shape shape = Broadcasting.common(a.shape(), b.shape(), sign);
    Storage out = Memory.unset(type, shape.size());
    Pairing pairing = Pairing.of(shape, a, b);
    switch (out) {
      case Storage.Floats floats -> {
        float[] as = pairing.a().floats();
        float[] bs = pairing.b().floats();
        Kernels kernels = Scope.current().compute().kernels();
        pairing.run((ao, ar, ac, bo, br, bc, oo, or, rows, columns) ->
            kernels.zip(
                f,
                new Matrix(as, ao, ar, ac),
                new Matrix(bs, bo, br, bc),
                new Matrix(floats.array(), oo, or, 1),
                rows,
                columns));
      }
      case Storage.Doubles doubles -> {
        double[] as = pairing.a().doubles();
        double[] bs = pairing.b().doubles();
        pairing.run((ao, ar, ac, bo, br, bc, oo, or, rows, columns) ->
            DoubleLoops.zip(
                f,
                new DoubleMatrix(as, ao, ar, ac),
                new DoubleMatrix(bs, bo, br, bc),
                new DoubleMatrix(doubles.array(), oo, or, 1),
                rows,
                columns));
      }
    }
    return Tensor.of(out, Layout.rowMajor(shape));
  }

  /// `x` times the share of a gate.
  static Tensor gate(Gate gate, Tensor x) {
    Tensor packed = Copies.packed(x);
    int n = packed.shape().size();
    int offset = packed.layout().offset();
    Storage out = Memory.unset(DType.FLOAT32, n);
    float[] from = packed.floats();
    float[] to = Storage.floats(out);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(n, SLOW, (lo, hi) -> kernels.gate(gate, from, offset + lo, to, lo, hi - lo));
    return Tensor.of(out, Layout.rowMajor(packed.shape()));
  }

  /// [#gate], and its slopes beside it.
  static Saving.Result gateWithSlopes(Gate gate, Tensor x) {
    Tensor packed = Copies.packed(x);
    int n = packed.shape().size();
    int offset = packed.layout().offset();
    float[] from = packed.floats();
    Storage out = Memory.unset(DType.FLOAT32, n);
    Storage slopes = Memory.unset(DType.FLOAT32, n);
    float[] values = Storage.floats(out);
    float[] beside = Storage.floats(slopes);
    Kernels kernels = Scope.current().compute().kernels();
    Parts.over(
        n,
        SLOW,
        (lo, hi) ->
            kernels.gateWithSlopes(gate, from, offset + lo, values, lo, beside, lo, hi - lo));
    Layout layout = Layout.rowMajor(packed.shape());
    return new Saving.Result(Tensor.of(out, layout), List.of(Tensor.of(slopes, layout)));
  }

  /// Elements of a plain loop that take as long as one with an exponential.
  private static final int SLOW = 8;

  /// `factor · x`.
  static Tensor scale(Tensor x, double factor) {
    return zipFlat(BinaryFunction.MULTIPLY, Copies.packed(x), Tensor.scalar(factor, x.dtype()), 0);
  }

  /// `w ← w - rate·g`, both contiguous and of one size: for parameters alone, whose numbers change.
  ///
  /// @return whether every number is finite then
  static boolean descend(Tensor w, Tensor g, double rate) {
    int n = w.shape().size();
    int wo = w.layout().offset();
    int go = g.layout().offset();
    return switch (w.storage()) {
      case Storage.Floats _ -> {
        float[] numbers = w.floats();
        float[] slopes = g.floats();
        Kernels kernels = Scope.current().compute().kernels();
        boolean[] odd = new boolean[1]; // whoever writes writes the same
        Parts.over(
            n,
            1,
            (lo, hi) -> {
              if (!kernels.descend((float) rate, slopes, go + lo, numbers, wo + lo, hi - lo)) {
                odd[0] = true;
              }
            });
        yield !odd[0];
      }
      case Storage.Doubles _ -> DoubleLoops.descend(rate, g.doubles(), go, w.doubles(), wo, n);
    };
  }

  /// `x / divisor`.
  static Tensor divide(Tensor x, double divisor) {
    return zipFlat(BinaryFunction.DIVIDE, Copies.packed(x), Tensor.scalar(divisor, x.dtype()), 0);
  }

  /// `x + term`.
  static Tensor shift(Tensor x, double term) {
    return zipFlat(BinaryFunction.ADD, Copies.packed(x), Tensor.scalar(term, x.dtype()), 0);
  }

  /// `xᵖ`; the exponents that arithmetic says exactly are arithmetic.
  static Tensor power(Tensor x, double exponent) {
    if (exponent == 0) {
      return Tensor.ones(x.shape(), x.dtype());
    }
    if (exponent == 1) {
      return x.detach();
    }
    if (exponent == 2) {
      return zip(BinaryFunction.MULTIPLY, "*", x, x);
    }
    if (exponent == 3) {
      return zip(BinaryFunction.MULTIPLY, "*", zip(BinaryFunction.MULTIPLY, "*", x, x), x);
    }
    if (exponent == 0.5) {
      return map(UnaryFunction.SQRT, x);
    }
    if (exponent == -1) {
      return map(UnaryFunction.RECIPROCAL, x);
    }
    if (exponent == -0.5) {
      return map(UnaryFunction.RECIPROCAL, map(UnaryFunction.SQRT, x));
    }
    Tensor packed = Copies.packed(x);
    int n = packed.shape().size();
    int offset = packed.layout().offset();
    Storage out = Memory.unset(x.dtype(), n);
    switch (out) {
      case Storage.Floats floats -> {
        float[] from = packed.floats();
        for (int i = 0; i < n; i++) {
          floats.array()[i] = (float) StrictMath.pow(from[offset + i], exponent);
        }
      }
      case Storage.Doubles doubles -> {
        double[] from = packed.doubles();
        for (int i = 0; i < n; i++) {
          doubles.array()[i] = StrictMath.pow(from[offset + i], exponent);
        }
      }
    }
    return Tensor.of(out, Layout.rowMajor(x.shape()));
  }

  /// Two contiguous tensors of one size, or a second that is one number.
  ///
  /// @param step 1, or 0 for one number
  private static Tensor zipFlat(BinaryFunction f, Tensor a, Tensor b, int step) {
    int n = a.shape().size();
    int ao = a.layout().offset();
    int bo = b.layout().offset();
    Storage out = Memory.unset(a.dtype(), n);
    switch (out) {
      case Storage.Floats floats -> {
        float[] as = a.floats();
        float[] bs = b.floats();
        Kernels kernels = Scope.current().compute().kernels();
        Parts.over(
            n,
            1,
            (lo, hi) ->
                kernels.zip(
                    f,
                    new Matrix(as, ao + lo, hi - lo, 1),
                    new Matrix(bs, bo + lo * step, (hi - lo) * step, step),
                    new Matrix(floats.array(), lo, hi - lo, 1),
                    1,
                    hi - lo));
      }
      case Storage.Doubles doubles -> {
        double[] as = a.doubles();
        double[] bs = b.doubles();
        Parts.over(
            n,
            1,
            (lo, hi) ->
                DoubleLoops.zip(
                    f,
                    new DoubleMatrix(as, ao + lo, hi - lo, 1),
                    new DoubleMatrix(bs, bo + lo * step, (hi - lo) * step, step),
                    new DoubleMatrix(doubles.array(), lo, hi - lo, 1),
                    1,
                    hi - lo));
      }
    }
    return Tensor.of(out, Layout.rowMajor(a.shape()));
  }

  /// The type of both operands.
  static DType commonType(Tensor a, Tensor b, String sign) {
    if (a.dtype() != b.dtype()) {
      throw new IllegalArgumentException(
          "%s %s %s %s %s: the types differ; to(...) makes them one"
              .formatted(a.dtype(), a.shape(), sign, b.dtype(), b.shape()));
    }
    return a.dtype();
  }
}
