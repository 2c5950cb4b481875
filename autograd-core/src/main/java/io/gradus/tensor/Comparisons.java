package io.gradus.tensor;

/// Pairs of elements compared, into masks.
final class Comparisons {
  private Comparisons() {}

  private interface Test {
    boolean holds(double a, double b);
  }

  static Mask greater(Tensor a, Tensor b) {
    return compare(a, b, ">", (x, y) -> x > y);
  }

  static Mask equal(Tensor a, Tensor b) {
    return compare(a, b, "=", (x, y) -> x == y);
  }

  private static Mask compare(Tensor a, Tensor b, String sign, Test test) {
    Elementwise.commonType(a, b, sign);
    Shape shape = Broadcasting.common(a.shape(), b.shape(), sign);
    Tensor first = Copies.packed(Tensor.viewOf(a, a.layout().expanded(shape)));
    Tensor second = Copies.packed(Tensor.viewOf(b, b.layout().expanded(shape)));
    boolean[] set = new boolean[shape.size()];
    for (int i = 0; i < set.length; i++) {
      set[i] =
          test.holds(
              first.number(first.layout().offset() + i),
              second.number(second.layout().offset() + i));
    }
    return Mask.ofOwned(shape, set);
  }
}
