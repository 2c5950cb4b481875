package io.gradus.tensor;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;

/// A scope in which the first operation that makes a NaN or an infinity is an error.
public final class NonFinite {
  private NonFinite() {}

  /// Evaluates the body, gradients included, and stops at the first operation that makes a NaN out
  /// of inputs without one, or an infinity out of finite inputs. An infinity that was given may be
  /// handed on, as in a mask; a NaN that was given is an error where it is first used.
  ///
  /// @throws NonFiniteException naming the operation, with the graph around it
  public static <T> T guard(Supplier<T> body) {
    return Scope.current().guarding().call(body);
  }

  /// @throws NonFiniteException if one of the inputs holds a NaN, or if the result holds what the
  ///   inputs do not explain
  static void check(Operation operation, List<Tensor> inputs, Tensor y) {
    boolean finite = true;
    for (Tensor x : inputs) {
      int nan = first(x, Double::isNaN);
      if (nan >= 0) {
        throw new NonFiniteException(
            "%s holds NaN at %s; %s is the first to use it"
                .formatted(origin(x), Layout.index(x.shape(), nan), operation.name()),
            operation,
            inputs,
            y);
      }
      finite &= first(x, Double::isInfinite) < 0;
    }
    int nan = first(y, Double::isNaN);
    int odd = nan < 0 && finite ? first(y, Double::isInfinite) : nan;
    if (odd >= 0) {
      Tensor packed = Copies.packed(y);
      throw new NonFiniteException(
          "%s made %s at %s of %s, out of %s"
              .formatted(
                  operation.name(),
                  packed.number(packed.layout().offset() + odd),
                  Layout.index(y.shape(), odd),
                  kind(y),
                  String.join(" and ", inputs.stream().map(NonFinite::kind).toList())),
          operation,
          inputs,
          y);
    }
  }

  /// Whether there is none among so many numbers of an array, from a place on.
  static boolean none(Storage numbers, int from, int count) {
    switch (numbers) {
      case Storage.Floats(var array, _) -> {
        // one alone makes the sum so, which a kernel has at once; a sum that overflowed proves none
        float[] sum = new float[1];
        Kernels kernels = Scope.current().compute().kernels();
        kernels.rowSums(Matrix.rows(array, from, count), 1, count, sum, 0);
        return Float.isFinite(sum[0]) || allFinite(array, from, count);
      }
      case Storage.Doubles(var array, _) -> {
        for (int i = from; i < from + count; i++) {
          if (!Double.isFinite(array[i])) {
            return false;
          }
        }
        return true;
      }
    }
  }

  private static boolean allFinite(float[] array, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (!Float.isFinite(array[i])) {
        return false;
      }
    }
    return true;
  }

  /// The first element in row-major order that is so, or -1.
  private static int first(Tensor x, DoublePredicate so) {
    Tensor packed = Copies.packed(x);
    int offset = packed.layout().offset();
    for (int i = 0; i < x.shape().size(); i++) {
      if (so.test(packed.number(offset + i))) {
        return i;
      }
    }
    return -1;
  }

  private static String origin(Tensor x) {
    return switch (x.origin()) {
      case Origin.Given _ -> kind(x) + ", which was given,";
      case Origin.Learned _ -> "parameter " + kind(x);
      case Origin.Made(var operation, _, _) ->
          "%s, which %s made,".formatted(kind(x), operation.name());
    };
  }

  /// A tensor in a sentence: `x FLOAT32 (3)`.
  static String kind(Tensor x) {
    return "%s%s %s".formatted(x.name().isEmpty() ? "" : x.name() + " ", x.dtype(), x.shape());
  }
}
