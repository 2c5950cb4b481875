package io.gradus.tensor;

import java.util.List;

/// One input, some of whose axes are drawn together.
public sealed interface Reduction extends Operation {
  /// The value.
  Tensor forward(Tensor x);

  /// `dx`, of the gradient `dy` of the result `y`.
  Tensor pullback(Tensor dy, Tensor x, Tensor y);

  @Override
  default Tensor forward(List<Tensor> inputs) {
    return forward(inputs.getFirst());
  }

  @Override
  default Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
    return pullback(dy, inputs.getFirst(), y);
  }

  /// `y = Σ x` over some axes, so every element that went into a sum takes its `dy`.
  ///
  /// @param axes counted from the front, in ascending order
  /// @param keep whether the axes stay, with the length 1
  record Sum(List<Integer> axes, boolean keep) implements Reduction {
    @Override
    public String formula() {
      return "y = Σ x; dx = dy, repeated";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Sums.sum(x, axes, keep);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return dy.reshape(Sums.shapeOf(x.shape(), axes, true)).expand(x.shape());
    }
  }

  /// `y = max x` along an axis, so the largest takes `dy`; equal ones share it.
  ///
  /// @param axis counted from the front
  /// @param keep whether the axis stays, with the length 1
  record Max(int axis, boolean keep) implements Reduction {
    @Override
    public String formula() {
      return "y = max x; the largest take dy in equal shares";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Sums.max(x, axis, keep);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      Shape kept = x.shape().with(axis, 1);
      Tensor largest = x.equalTo(y.reshape(kept)).numbers(x.dtype());
      return dy.reshape(kept).mul(largest.div(largest.sumKeeping(axis)));
    }
  }

  /// `yᵢ = x₀ + ... + xᵢ` along an axis, so `dxᵢ = dyᵢ + ... + dyₙ`; the other way round if
  /// reversed.
  ///
  /// @param axis counted from the front
  record CumulativeSum(int axis, boolean reversed) implements Reduction {
    @Override
    public String formula() {
      return reversed
          ? "y_i = x_i + ... + x_n; dx_i = dy_0 + ... + dy_i"
          : "y_i = x_0 + ... + x_i; dx_i = dy_i + ... + dy_n";
    }

    @Override
    public Tensor forward(Tensor x) {
      return Sums.cumulative(x, axis, reversed);
    }

    @Override
    public Tensor pullback(Tensor dy, Tensor x, Tensor y) {
      return Tensor.made(new CumulativeSum(axis, !reversed), dy);
    }
  }
}
