package io.gradus.tensor;

/// Two operands broadcast into one shape, as the nested loops that visit them: as few axes as their
/// strides allow, the last two of them left to a kernel.
///
/// @param a the first operand, copied if its last axis has a stride that no kernel takes
/// @param b the second operand, likewise
/// @param lengths of the axes that are left, at least two
record Pairing(Tensor a, Tensor b, int[] lengths, int[] aSteps, int[] bSteps) {
  /// Does a rectangle: where each operand starts, its row and column stride; the result likewise.
  interface Rectangle {
    void run(
        int aFrom,
        int aRow,
        int aColumn,
        int bFrom,
        int bRow,
        int bColumn,
        int outFrom,
        int outRow,
        int rows,
        int columns);
  }

  static Pairing of(Shape shape, Tensor a, Tensor b) {
    Tensor first = suitable(a);
    Tensor second = suitable(b);
    int[] aStrides = first.layout().expanded(shape).strides();
    int[] bStrides = second.layout().expanded(shape).strides();
    int[] lengths = new int[Math.max(shape.rank(), 2)];
    int[] aSteps = new int[lengths.length];
    int[] bSteps = new int[lengths.length];
    int at = lengths.length; // the axes are collected from the back
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      int length = shape.shared()[axis];
      if (length == 1) {
        continue;
      }
      boolean joins =
          at < lengths.length
              && aStrides[axis] == aSteps[at] * lengths[at]
              && bStrides[axis] == bSteps[at] * lengths[at];
      if (joins) {
        lengths[at] *= length;
      } else {
        at--;
        lengths[at] = length;
        aSteps[at] = aStrides[axis];
        bSteps[at] = bStrides[axis];
      }
    }
    while (lengths.length - at < 2) {
      at--;
      lengths[at] = 1;
    }
    int axes = lengths.length - at;
    return new Pairing(first, second, last(lengths, axes), last(aSteps, axes), last(bSteps, axes));
  }

  /// Visits every element, in rectangles that the workers share.
  void run(Rectangle body) {
    int last = lengths.length - 1;
    int columns = lengths[last];
    int inner = lengths[last - 1];
    int outer = 1;
    for (int axis = 0; axis < last - 1; axis++) {
      outer *= lengths[axis];
    }
    if (outer == 0 || inner == 0 || columns == 0) {
      return;
    }
    if (outer == 1 && inner == 1) {
      int aColumn = aSteps[last];
      int bColumn = bSteps[last];
      int ao = a.layout().offset();
      int bo = b.layout().offset();
      Parts.over(
          columns,
          1,
          (from, to) ->
              body.run(
                  ao + from * aColumn,
                  0,
                  aColumn,
                  bo + from * bColumn,
                  0,
                  bColumn,
                  from,
                  0,
                  1,
                  to - from));
      return;
    }
    Parts.over(
        outer * inner,
        columns,
        (from, to) -> {
          for (int row = from; row < to; ) {
            int block = row / inner;
            int begin = row % inner;
            int rows = Math.min(inner - begin, to - row);
            body.run(
                a.layout().offset() + place(block, aSteps) + begin * aSteps[last - 1],
                aSteps[last - 1],
                aSteps[last],
                b.layout().offset() + place(block, bSteps) + begin * bSteps[last - 1],
                bSteps[last - 1],
                bSteps[last],
                row * columns,
                columns,
                rows,
                columns);
            row += rows;
          }
        });
  }

  /// Where a block of the outer axes begins.
  private int place(int block, int[] steps) {
    int place = 0;
    for (int axis = lengths.length - 3; axis >= 0; axis--) {
      place += block % lengths[axis] * steps[axis];
      block /= lengths[axis];
    }
    return place;
  }

  /// The operand itself where the last axis that moves is contiguous or repeated, else a copy.
  private static Tensor suitable(Tensor x) {
    int[] strides = x.layout().strides();
    for (int axis = strides.length - 1; axis >= 0; axis--) {
      if (x.shape().shared()[axis] != 1) {
        return strides[axis] == 0 || strides[axis] == 1 ? x : Copies.packed(x);
      }
    }
    return x;
  }

  private static int[] last(int[] steps, int n) {
    return java.util.Arrays.copyOfRange(steps, steps.length - n, steps.length);
  }
}
