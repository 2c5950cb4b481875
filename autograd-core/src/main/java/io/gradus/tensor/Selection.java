package io.gradus.tensor;

import java.util.List;

/// Elements chosen by place, and the operations that hand gradients back to those places.
public sealed interface Selection extends Operation {
  /// `y = x` at some places of an axis, so each place takes the `dy` of every time it was chosen.
  record IndexSelect(int axis, Indices indices) implements Selection {
    @Override
    public String formula() {
      return "y = x at the indices; dx = Σ dy wherever a place was chosen";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return Choices.select(inputs.getFirst(), axis, indices);
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      int length = inputs.getFirst().shape().length(axis);
      return Tensor.made(new IndexAdd(axis, indices, length), dy);
    }
  }

  /// Zeros, to which the slices of `x` are added at the indices, in order; undoes [IndexSelect].
  ///
  /// @param length of that axis in the result
  record IndexAdd(int axis, Indices indices, int length) implements Selection {
    @Override
    public String formula() {
      return "y = Σ x at each index; dx = dy at the indices";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return Choices.add(inputs.getFirst(), axis, indices, length);
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return Tensor.made(new IndexSelect(axis, indices), dy);
    }
  }

  /// `yᵢⱼ = xᵢ,index(i,j)`: along one axis, another place for each element.
  record Gather(int axis, Indices indices) implements Selection {
    @Override
    public String formula() {
      return "y_ij = x_i,index(i,j); dx = Σ dy wherever an element was chosen";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return Choices.gather(inputs.getFirst(), axis, indices);
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return Tensor.made(new Scatter(axis, indices, inputs.getFirst().shape()), dy);
    }
  }

  /// Zeros, to which the elements of `x` are added where [Gather] found them, in order.
  record Scatter(int axis, Indices indices, Shape shape) implements Selection {
    @Override
    public String formula() {
      return "y_i,index(i,j) = Σ x_ij; dx_ij = dy there";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return Choices.scatter(inputs.getFirst(), axis, indices, shape);
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return Tensor.made(new Gather(axis, indices), dy);
    }
  }

  /// One after the other along an axis, so each takes its part of `dy`.
  record Concatenate(int axis) implements Selection {
    @Override
    public String formula() {
      return "y = x1, x2, ... one after the other; each takes its part of dy";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return Copies.concatenated(inputs, axis);
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      int from = 0;
      for (Tensor before : inputs.subList(0, input)) {
        from += before.shape().length(axis);
      }
      return dy.slice(axis, from, from + inputs.get(input).shape().length(axis));
    }
  }
}
