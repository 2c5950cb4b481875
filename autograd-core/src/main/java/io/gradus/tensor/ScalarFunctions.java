package io.gradus.tensor;

import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// The arithmetic of tensor operations in the scalar engine.
final class ScalarFunctions {
  private ScalarFunctions() {}

  static Unrolled map(Unary operation, Unrolled x) {
    return new Unrolled(
        x.shape(), Values.copyOf(x.values().stream().map(function(operation)).toList()));
  }

  private static UnaryOperator<Value> function(Unary operation) {
    return switch (operation) {
      case Unary.Negate _ -> Value::neg;
      case Unary.Absolute _ -> x -> x.relu().add(x.neg().relu());
      case Unary.Sign _ -> x -> Value.of(Math.signum(x.data()));
      case Transcendental.Exp _ -> Value::exp;
      case Transcendental.Expm1 _ -> x -> x.exp().sub(1);
      case Transcendental.Log _ -> Value::log;
      case Transcendental.Log1p _ -> x -> x.add(1).log();
      case Unary.Sqrt _ -> x -> x.pow(0.5);
      case Unary.Reciprocal _ -> x -> x.pow(-1);
      case Transcendental.Tanh _ -> Value::tanh;
      case Transcendental.Sigmoid _ -> Value::sigmoid;
      case Unary.Relu _ -> Value::relu;
      case Transcendental.Softplus _ -> x -> x.exp().add(1).log();
      case Transcendental.Erf _ -> Value::erf;
      case Transcendental.Sin _ -> Value::sin;
      case Transcendental.Cos _ -> Value::cos;
      case WithNumber.Power(double exponent) -> x -> x.pow(exponent);
      case WithNumber.Scale(double factor) -> x -> x.mul(factor);
      case WithNumber.DivideBy(double divisor) -> x -> x.div(divisor);
      case WithNumber.Shift(double term) -> x -> x.add(term);
      case WithNumber.Clamp(double least, double most) ->
          x -> x.data() < least ? Value.of(least) : x.data() > most ? Value.of(most) : x;
      case Unary.Cast _, Unary.Identity _ -> x -> x;
    };
  }

  static Unrolled zip(Binary operation, Unrolled a, Unrolled b) {
    return switch (operation) {
      case Binary.Add _ -> zip(Value::add, a, b);
      case Binary.Subtract _ -> zip(Value::sub, a, b);
      case Binary.Multiply _ -> zip(Value::mul, a, b);
      case Binary.Divide _ -> zip(Value::div, a, b);
      case Binary.Maximum _ -> zip((x, y) -> largest(List.of(x, y)), a, b);
      case Binary.Minimum _ -> zip((x, y) -> largest(List.of(x.neg(), y.neg())).neg(), a, b);
      case Binary.Where where -> ScalarMoves.chosen(where, List.of(a, b));
      case Binary.TanhGradient _ -> zip((dy, y) -> dy.mul(y.mul(y).neg().add(1)), a, b);
      case Binary.SigmoidGradient _ -> zip((dy, y) -> dy.mul(y.mul(y.neg().add(1))), a, b);
      case Binary.ReluGradient _ -> zip((dy, z) -> z.data() > 0 ? dy : Value.of(0), a, b);
    };
  }

  private static Unrolled zip(BinaryOperator<Value> function, Unrolled a, Unrolled b) {
    Shape shape = Broadcasting.common(a.shape(), b.shape(), "and");
    Values as = repeated(a, shape);
    Values bs = repeated(b, shape);
    Value[] values = new Value[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = function.apply(as.get(i), bs.get(i));
    }
    return new Unrolled(shape, Values.of(values));
  }

  /// The largest itself, not a sum that is equal to it up to rounding; equal ones in equal shares.
  static Value largest(List<Value> values) {
    double most = values.stream().mapToDouble(Value::data).reduce(Math::max).orElseThrow();
    List<Value> equal =
        values.stream().filter(x -> x.data() == most || Double.isNaN(x.data())).toList();
    return equal.size() == 1 ? equal.getFirst() : Value.sum(equal).div(equal.size());
  }

  static Unrolled running(Reduction.CumulativeSum operation, Unrolled x) {
    int[] lengths = x.shape().lengths();
    int axis = operation.axis();
    int step = Sums.product(lengths, axis + 1, lengths.length);
    Value[] values = new Value[x.values().size()];
    for (int i = 0; i < values.length; i++) {
      int at = operation.reversed() ? values.length - 1 - i : i;
      int before = operation.reversed() ? at + step : at - step;
      int along = at / step % lengths[axis];
      boolean first = along == (operation.reversed() ? lengths[axis] - 1 : 0);
      Value own = x.values().get(at);
      values[at] = first ? own : values[before].add(own);
    }
    return new Unrolled(x.shape(), Values.of(values));
  }

  /// One dot product an element. The products of a row share it, so that a backward pass looks into
  /// it once.
  static Unrolled matmul(Unrolled a, Unrolled b) {
    Shape shape = new Product.Matmul().forward(List.of(a.numbers(), b.numbers())).shape();
    int matrix = shape.rank() - 2;
    int m = shape.length(-2);
    int n = shape.length(-1);
    int k = a.shape().length(-1);
    Shape batch = shape.part(0, matrix);
    Values rows = repeated(a, batch.inserted(matrix, m).inserted(matrix + 1, k));
    Shape columnsOfB = batch.inserted(matrix, n).inserted(matrix + 1, k);
    Values columns = repeated(transposed(b), columnsOfB);
    Value[] values = new Value[shape.size()];
    for (int first = 0; first < values.length; first += m * n) {
      int of = first / (m * n);
      Values[] column = new Values[n];
      for (int j = 0; j < n; j++) {
        column[j] = columns.part((of * n + j) * k, (of * n + j + 1) * k);
      }
      for (int i = 0; i < m; i++) {
        Values row = rows.part((of * m + i) * k, (of * m + i + 1) * k);
        for (int j = 0; j < n; j++) {
          values[first + i * n + j] = Value.dot(row, column[j]);
        }
      }
    }
    return new Unrolled(shape, Values.of(values));
  }

  /// With the last two axes exchanged.
  private static Unrolled transposed(Unrolled x) {
    List<Integer> order = new ArrayList<>();
    int rank = x.shape().rank();
    for (int axis = 0; axis < rank; axis++) {
      order.add(axis < rank - 2 ? axis : 2 * rank - 3 - axis);
    }
    return ScalarMoves.chosen(new View.Permute(order), List.of(x));
  }

  private static Values repeated(Unrolled x, Shape shape) {
    return ScalarMoves.chosen(new View.Expand(shape), List.of(x)).values();
  }
}
