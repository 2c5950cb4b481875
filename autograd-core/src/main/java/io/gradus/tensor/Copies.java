package io.gradus.tensor;

import java.util.List;

/// Numbers moved from one place to another.
final class Copies {
  private Copies() {}

  /// The tensor itself where its numbers stand in order, else a copy of it in which they do.
  static Tensor packed(Tensor x) {
    return x.layout().contiguous() ? x : copy(x);
  }

  /// A copy in row-major order.
  static Tensor copy(Tensor x) {
    Layout layout = Layout.rowMajor(x.shape());
    Storage out = Memory.unset(x.dtype(), x.shape().size());
    move(x, out, layout, false);
    return Tensor.of(out, layout);
  }

  static void read(Tensor x, int from, double[] out, int count) {
    Tensor packed = packed(x);
    int first = packed.layout().offset() + from;
    switch (packed.storage()) {
      case Storage.Floats floats -> {
        float[] array = Storage.floats(floats);
        for (int i = 0; i < count; i++) {
          out[i] = array[first + i];
        }
      }
      case Storage.Doubles doubles ->
          System.arraycopy(Storage.doubles(doubles), first, out, 0, count);
    }
  }

  /// Numbers into an array of either type, from a place on.
  static void write(double[] numbers, Storage out, int first, int count) {
    switch (out) {
      case Storage.Floats(var array, _) -> {
        for (int i = 0; i < count; i++) {
          array[first + i] = (float) numbers[i];
        }
      }
      case Storage.Doubles(var array, _) -> System.arraycopy(numbers, 0, array, first, count);
    }
  }

  static Tensor cast(Tensor x, DType to) {
    Tensor packed = packed(x);
    int n = x.shape().size();
    int offset = packed.layout().offset();
    Storage out = Memory.unset(to, n);
    switch (out) {
      case Storage.Floats floats -> {
        for (int i = 0; i < n; i++) {
          floats.array()[i] = (float) packed.number(offset + i);
        }
      }
      case Storage.Doubles doubles -> {
        for (int i = 0; i < n; i++) {
          doubles.array()[i] = packed.number(offset + i);
        }
      }
    }
    return Tensor.of(out, Layout.rowMajor(x.shape()));
  }

  /// `a` where the mask is set, `b` elsewhere.
  static Tensor choose(Mask mask, Tensor a, Tensor b) {
    DType type = Elementwise.commonType(a, b, "or");
    Shape shape =
        Broadcasting.common(
            mask.shape(),
            Broadcasting.common(a.shape(), b.shape(), "where a mask is set, else"),
            "as a mask of");
    Mask set = mask.expand(shape);
    Tensor first = packed(Tensor.viewOf(a, a.layout().expanded(shape)));
    Tensor second = packed(Tensor.viewOf(b, b.layout().expanded(shape)));
    int ao = first.layout().offset();
    int bo = second.layout().offset();
    int n = shape.size();
    Storage out = Memory.unset(type, n);
    switch (out) {
      case Storage.Floats floats -> {
        float[] as = first.floats();
        float[] bs = second.floats();
        for (int i = 0; i < n; i++) {
          floats.array()[i] = set.at(i) ? as[ao + i] : bs[bo + i];
        }
      }
      case Storage.Doubles doubles -> {
        double[] as = first.doubles();
        double[] bs = second.doubles();
        for (int i = 0; i < n; i++) {
          doubles.array()[i] = set.at(i) ? as[ao + i] : bs[bo + i];
        }
      }
    }
    return Tensor.of(out, Layout.rowMajor(shape));
  }

  /// Zeros of a longer axis, with `x` at `from, from + step, ...`.
  static Tensor placed(Tensor x, int axis, int from, int step, int length) {
    Layout whole = Layout.rowMajor(x.shape().with(axis, length));
    Storage out = Memory.filled(x.dtype(), whole.shape().size(), 0);
    move(x, out, whole.sliced(axis, from, x.shape().length(axis), step), false);
    return Tensor.of(out, whole);
  }

  /// Windows `(..., count, size, ...)` added up where they overlap, in the order of their places.
  static Tensor overlapped(Tensor x, View.Windows windows, int length) {
    int axis = windows.axis();
    int count = x.shape().length(axis);
    Layout whole = Layout.rowMajor(x.shape().without(axis + 1).with(axis, length));
    Storage out = Memory.filled(x.dtype(), whole.shape().size(), 0);
    for (int k = 0; k < windows.size(); k++) {
      Layout one = x.layout().sliced(axis + 1, k, 1, 1);
      Tensor place = Tensor.viewOf(x, one.withoutAxis(axis + 1));
      move(place, out, whole.sliced(axis, k * windows.dilation(), count, windows.stride()), true);
    }
    return Tensor.of(out, whole);
  }

  /// One after the other along an axis.
  static Tensor concatenated(List<Tensor> inputs, int axis) {
    Tensor first = inputs.getFirst();
    int length = 0;
    for (Tensor input : inputs) {
      Elementwise.commonType(first, input, "beside");
      if (input.shape().rank() != first.shape().rank()
          || !input.shape().without(axis).equals(first.shape().without(axis))) {
        throw new ShapeException(
            "%s beside %s along axis %d: the other axes must be equal"
                .formatted(first.shape(), input.shape(), axis));
      }
      length = Math.addExact(length, input.shape().length(axis));
    }
    Layout whole = Layout.rowMajor(first.shape().with(axis, length));
    Storage out = Memory.unset(first.dtype(), whole.shape().size());
    int from = 0;
    for (Tensor input : inputs) {
      int part = input.shape().length(axis);
      move(input, out, whole.sliced(axis, from, part, 1), false);
      from += part;
    }
    return Tensor.of(out, whole);
  }

  /// Writes `x` into places of an array, or adds it to what is there.
  static void move(Tensor x, Storage out, Layout places, boolean add) {
    if (x.shape().size() == 0) {
      return;
    }
    switch (out) {
      case Storage.Floats floats -> {
        float[] from = x.floats();
        float[] to = floats.array();
        if (x.layout().contiguous() && places.contiguous() && !add) {
          System.arraycopy(from, x.layout().offset(), to, places.offset(), x.shape().size());
          return;
        }
        walk(
            x.layout(),
            places,
            (source, sourceStep, target, targetStep, n) ->
                line(from, source, sourceStep, to, target, targetStep, n, add));
      }
      case Storage.Doubles doubles -> {
        double[] from = x.doubles();
        double[] to = doubles.array();
        walk(
            x.layout(),
            places,
            (source, sourceStep, target, targetStep, n) -> {
              for (int i = 0; i < n; i++) {
                double number = from[source + i * sourceStep];
                int at = target + i * targetStep;
                to[at] = add ? to[at] + number : number;
              }
            });
      }
    }
  }

  private static void line(
      float[] from, int at, int step, float[] to, int place, int places, int n, boolean add) {
    if (step == 1 && places == 1 && add) {
      for (int i = 0; i < n; i++) {
        to[place + i] += from[at + i];
      }
    } else if (step == 1 && places == 1) {
      System.arraycopy(from, at, to, place, n);
    } else if (add) {
      for (int i = 0; i < n; i++) {
        to[place + i * places] += from[at + i * step];
      }
    } else {
      for (int i = 0; i < n; i++) {
        to[place + i * places] = from[at + i * step];
      }
    }
  }

  private interface Line {
    void run(int source, int sourceStep, int target, int targetStep, int n);
  }

  /// Visits two layouts of one shape together, a line of the last axis at a time; the workers share
  /// the first axis.
  private static void walk(Layout source, Layout target, Line line) {
    Shape shape = source.shape();
    if (shape.rank() < 2) {
      walkAlone(source, target, line);
      return;
    }
    int units = shape.shared()[0];
    Parts.over(
        units,
        shape.size() / units,
        (lo, hi) -> walkAlone(part(source, lo, hi), part(target, lo, hi), line));
  }

  private static Layout part(Layout whole, int lo, int hi) {
    return hi - lo == whole.shape().length(0) ? whole : whole.sliced(0, lo, hi - lo, 1);
  }

  private static void walkAlone(Layout source, Layout target, Line line) {
    int[] lengths = source.shape().shared();
    int last = lengths.length - 1;
    if (last < 0) {
      line.run(source.offset(), 1, target.offset(), 1, 1);
      return;
    }
    int[] at = new int[last];
    int from = source.offset();
    int to = target.offset();
    while (true) {
      line.run(from, source.strides()[last], to, target.strides()[last], lengths[last]);
      int axis = last - 1;
      while (axis >= 0 && ++at[axis] == lengths[axis]) {
        from -= (lengths[axis] - 1) * source.strides()[axis];
        to -= (lengths[axis] - 1) * target.strides()[axis];
        at[axis--] = 0;
      }
      if (axis < 0) {
        return;
      }
      from += source.strides()[axis];
      to += target.strides()[axis];
    }
  }
}
