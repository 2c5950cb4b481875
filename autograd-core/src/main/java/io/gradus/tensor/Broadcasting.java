package io.gradus.tensor;

import java.util.Arrays;
import java.util.List;

/// NumPy's rule: shapes are aligned at their last axes; where one has the length 1, or no axis, it
/// is repeated.
final class Broadcasting {
  private Broadcasting() {}

  /// The common shape of two operands.
  ///
  /// @param sign how the message writes the operation between them, such as `+`
  static Shape common(Shape a, Shape b, String sign) {
    if (a.equals(b)) {
      return a;
    }
    int[] longer = a.rank() >= b.rank() ? a.shared() : b.shared();
    int[] shorter = a.rank() >= b.rank() ? b.shared() : a.shared();
    int[] common = longer.clone();
    int ahead = longer.length - shorter.length;
    for (int axis = 0; axis < shorter.length; axis++) {
      int mine = longer[ahead + axis];
      int other = shorter[axis];
      if (mine != other && mine != 1 && other != 1) {
        throw new ShapeException(
            "%s %s %s: axis %d from the end has %d and %d; broadcasting wants equal lengths or a 1"
                .formatted(
                    a,
                    sign,
                    b,
                    shorter.length - axis,
                    a.length(axis - shorter.length),
                    b.length(axis - shorter.length)));
      }
      common[ahead + axis] = mine == 1 ? other : mine;
    }
    return Shape.ofOwned(common);
  }

  /// Whether two operands have a common shape.
  static boolean fit(Shape a, Shape b) {
    for (int axis = 1; axis <= Math.min(a.rank(), b.rank()); axis++) {
      int mine = a.length(-axis);
      int other = b.length(-axis);
      if (mine != other && mine != 1 && other != 1) {
        return false;
      }
    }
    return true;
  }

  /// Whether a shape can be repeated into another.
  static boolean reaches(Shape from, Shape to) {
    int ahead = to.rank() - from.rank();
    if (ahead < 0) {
      return false;
    }
    for (int axis = 0; axis < from.rank(); axis++) {
      int length = from.shared()[axis];
      if (length != 1 && length != to.shared()[ahead + axis]) {
        return false;
      }
    }
    return true;
  }

  /// The axes of `to` along which `from` is repeated: those that a gradient is summed over on its
  /// way back.
  static int[] repeatedAxes(Shape from, Shape to) {
    int ahead = to.rank() - from.rank();
    int[] axes = new int[to.rank()];
    int n = 0;
    for (int axis = 0; axis < to.rank(); axis++) {
      if (axis < ahead || (from.shared()[axis - ahead] == 1 && to.shared()[axis] != 1)) {
        axes[n++] = axis;
      }
    }
    return Arrays.copyOf(axes, n);
  }

  /// The axes that the gradient of an input is summed over when it is handed back.
  static List<Integer> summedOver(Operation operation, Tensor input, Tensor y) {
    Shape from = input.shape();
    return switch (operation) {
      case Binary _, View.Expand _ -> axes(from, y.shape());
      case Product.Matmul _ -> {
        // only the axes before the matrices broadcast
        int matrix = y.shape().rank() - 2;
        Shape batch = y.shape().part(0, matrix);
        yield axes(
            from, batch.inserted(matrix, from.length(-2)).inserted(matrix + 1, from.length(-1)));
      }
      // what it hands back is not known before it does
      case CustomOperation _ -> List.of();
      case Unary _, Reduction _, View _, Selection _, Fused _ -> List.of();
    };
  }

  private static List<Integer> axes(Shape from, Shape to) {
    return Arrays.stream(repeatedAxes(from, to)).boxed().toList();
  }
}
