package io.gradus.tensor;

import java.util.List;

/// The same numbers, seen in another way, and the operations that undo it for gradients.
public sealed interface View extends Operation {
  /// The value.
  Tensor forward(Tensor x);

  /// `dx`, of the gradient `dy` of the result.
  Tensor pullback(Tensor dy, Tensor x);

  @Override
  default Tensor forward(List<Tensor> inputs) {
    return forward(inputs.getFirst());
  }

  @Override
  default Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
    return pullback(dy, inputs.getFirst());
  }

  /// The same numbers in row-major order, in another shape of the same size.
  record Reshape(Shape shape) implements View {
    @Override
    public String formula() {
      return "y = x in another shape; dx = dy in the shape of x";
    }

    @Override
    public Tensor forward(Tensor x) {
      return x.layout()
          .viewed(shape)
          .map(layout -> Tensor.viewOf(x, layout))
          .orElseGet(() -> {
            Tensor packed = Copies.packed(x);
            return Tensor.viewOf(packed, packed.layout().reshaped(shape));
          });
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x) {
      return dy.reshape(x.shape());
    }
  }

  /// The axes in another order: axis `i` of the result is axis `order[i]` of `x`.
  record Permute(List<Integer> order) implements View {
    @Override
    public String formula() {
      return "y = x with its axes in another order; dx = dy in the order of x";
    }

    @Override
    public Tensor forward(Tensor x) {
      int[] axes = new int[order.size()];
      for (int i = 0; i < axes.length; i++) {
        axes[i] = order.get(i);
      }
      return Tensor.viewOf(x, x.layout().permuted(axes));
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x) {
      int[] back = new int[order.size()];
      for (int i = 0; i < back.length; i++) {
        back[order.get(i)] = i;
      }
      return dy.permute(back);
    }
  }

  /// Repeated along axes of length 1 and along new axes in front.
  record Expand(Shape shape) implements View {
    @Override
    public String formula() {
      return "y = x, repeated; dx = Σ dy";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Tensor.viewOf(x, x.layout().expanded(shape));
    }

    /// Whoever accumulates `dy` sums it over the axes along which `x` was repeated.
    @Override
    public Tensor pullback(Tensor dy, Tensor x) {
      return dy;
    }
  }

  /// The places `from, from + step, ...` of one axis, so many of them.
  record Slice(int axis, int from, int length, int step) implements View {
    @Override
    public String formula() {
      return "y = a part of x; dx = dy there, else 0";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Tensor.viewOf(x, x.layout().sliced(axis, from, length, step));
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x) {
      return Tensor.made(new Place(axis, from, step, x.shape().length(axis)), dy);
    }
  }

  /// Zeros but for the places `from, from + step, ...` of one axis, where `x` is; undoes [Slice].
  ///
  /// @param length of that axis in the result
  record Place(int axis, int from, int step, int length) implements View {
    @Override
    public String formula() {
      return "y = x there, else 0; dx = dy there";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Copies.placed(x, axis, from, step, length);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x) {
      return Tensor.made(new Slice(axis, from, x.shape().length(axis), step), dy);
    }
  }

  /// One axis as two, `(count, size)`: windows of `size` places, `dilation` apart, that begin
  /// `stride` after each other.
  record Windows(int axis, int size, int stride, int dilation) implements View {
    /// How many windows an axis of this length has.
    int count(int length) {
      return (length - dilation * (size - 1) - 1) / stride + 1;
    }

    @Override
    public String formula() {
      return "y_wk = x_(w·stride + k·dilation); dx = Σ dy where they overlap";
    }

    @Override
    public Tensor forward(Tensor x) {
      int count = count(x.shape().length(axis));
      return Tensor.viewOf(x, x.layout().windows(axis, count, stride, size, dilation));
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x) {
      return Tensor.made(new Overlap(this, x.shape().length(axis)), dy);
    }
  }

  /// Windows added up where they overlap; undoes [Windows].
  ///
  /// @param length of the axis in the result
  record Overlap(Windows windows, int length) implements View {
    @Override
    public String formula() {
      return "y_(w·stride + k·dilation) = Σ x_wk; dx_wk = dy there";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Copies.overlapped(x, windows, length);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x) {
      return Tensor.made(windows, dy);
    }
  }
}
