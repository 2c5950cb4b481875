package io.gradus.experiments.compare;

import io.gradus.experiments.run.TensorBytes;
import io.gradus.experiments.run.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// One tensor of two checkpoints.
///
/// @param left its dtype and shape in the one, such as `F64[2, 3]`; empty where it is not there
/// @param right its dtype and shape in the other
/// @param elements how many numbers were compared: none where dtype or shape differ
/// @param differing how many of them do not have the same bits
/// @param first the first of them
/// @param ulps the largest distance in units of the last place, where there is one
/// @param absolute the largest |a - b|
/// @param relative `absolute` as a part of the tensor's largest number; infinite for whole numbers,
///   which are alike or not
public record TensorDifference(
    String name,
    Optional<String> left,
    Optional<String> right,
    long elements,
    long differing,
    Optional<Element> first,
    Optional<Long> ulps,
    double absolute,
    double relative) {

  /// Two numbers in the same place; a whole number as its digits.
  ///
  /// @param index along each axis, from 0
  public record Element(String index, String left, String right) {}

  /// Every tensor of two files, in the order of their names, with no more than two tensors in
  /// memory.
  static List<TensorDifference> of(Path left, Path right) {
    try (TensorFile one = TensorFile.open(left);
        TensorFile other = TensorFile.open(right)) {
      SortedSet<String> names = new TreeSet<>(one.places().keySet());
      names.addAll(other.places().keySet());
      List<TensorDifference> all = new ArrayList<>();
      for (String name : names) {
        Optional<String> a =
            Optional.ofNullable(one.places().get(name)).map(TensorFile.Place::inWords);
        Optional<String> b =
            Optional.ofNullable(other.places().get(name)).map(TensorFile.Place::inWords);
        all.add(
            a.isPresent() && a.equals(b)
                ? of(name, one.read(name), other.read(name))
                : new TensorDifference(name, a, b, 0, 0, Optional.empty(), Optional.empty(), 0, 0));
      }
      return all;
    }
  }

  private static TensorDifference of(String name, TensorBytes left, TensorBytes right) {
    var counted = new Counted(left.shape());
    switch (left.dtype()) {
      case "F32" -> counted.compare(left.floats(), right.floats());
      case "F64" -> counted.compare(left.doubles(), right.doubles());
      default -> counted.compare(left.longs(), right.longs());
    }
    return new TensorDifference(
        name,
        Optional.of(left.inWords()),
        Optional.of(right.inWords()),
        counted.elements,
        counted.differing,
        counted.first,
        counted.ulps,
        counted.absolute,
        counted.relative());
  }

  /// Whether both are there, and with the same bits.
  public boolean same() {
    return left.equals(right) && differing == 0;
  }

  /// Whether both are there, and no number differs by more than this part of the largest.
  public boolean within(double tolerance) {
    return left.equals(right) && relative <= tolerance;
  }

  /// What is found on the way through two arrays.
  private static final class Counted {
    private final long[] shape;
    private long elements;
    private long differing;
    private double largest;
    private double absolute;
    private boolean whole;
    private Optional<Element> first = Optional.empty();
    private Optional<Long> ulps = Optional.empty();

    Counted(long[] shape) {
      this.shape = shape;
    }

    void compare(float[] left, float[] right) {
      elements = left.length;
      for (int i = 0; i < left.length; i++) {
        see(left[i], right[i]);
        if (!Distance.same(left[i], right[i])) {
          add(i, Float.toString(left[i]), Float.toString(right[i]));
          add(Distance.between(left[i], right[i]));
        }
      }
    }

    void compare(double[] left, double[] right) {
      elements = left.length;
      for (int i = 0; i < left.length; i++) {
        see(left[i], right[i]);
        if (!Distance.same(left[i], right[i])) {
          add(i, Double.toString(left[i]), Double.toString(right[i]));
          add(Distance.between(left[i], right[i]));
        }
      }
    }

    void compare(long[] left, long[] right) {
      elements = left.length;
      whole = true;
      for (int i = 0; i < left.length; i++) {
        if (left[i] != right[i]) {
          add(i, Long.toString(left[i]), Long.toString(right[i]));
          absolute = Math.max(absolute, Math.abs((double) left[i] - right[i]));
        }
      }
    }

    private void see(double left, double right) {
      largest = Math.max(largest, Math.max(finite(left), finite(right)));
    }

    private static double finite(double number) {
      return Double.isFinite(number) ? Math.abs(number) : 0;
    }

    private void add(int i, String left, String right) {
      differing++;
      if (first.isEmpty()) {
        first = Optional.of(new Element(index(i), left, right));
      }
    }

    private void add(Distance distance) {
      long furthest = Math.max(ulps.orElse(0L), distance.ulps().orElse(0L));
      ulps = furthest == 0 ? ulps : Optional.of(furthest);
      absolute = Math.max(absolute, distance.absolute());
    }

    private String index(int at) {
      long[] index = new long[shape.length];
      long rest = at;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        index[axis] = rest % shape[axis];
        rest /= shape[axis];
      }
      return Arrays.toString(index);
    }

    double relative() {
      if (differing == 0) {
        return 0;
      }
      if (whole || !Double.isFinite(absolute)) {
        return Double.POSITIVE_INFINITY;
      }
      return largest == 0 ? 0 : absolute / largest;
    }
  }
}
