package io.gradus.tensor;

import java.util.List;

/// Products of matrices.
public sealed interface Product extends Operation {
  /// `Y = A·B`, so `dA = dY·Bᵀ` and `dB = Aᵀ·dY`, for each pair of matrices in the last two axes;
  /// the axes before them broadcast.
  record Matmul() implements Product {
    @Override
    public String formula() {
      return "Y = A·B; dA = dY·Bᵀ, dB = Aᵀ·dY";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return Products.matmul(inputs.get(0), inputs.get(1));
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return input == 0
          ? Tensor.made(this, dy, inputs.get(1).transpose(-2, -1))
          : Tensor.made(this, inputs.get(0).transpose(-2, -1), dy);
    }
  }

  /// `Y = X·W + b`, the row `b` added to every row, so `dX = dY·Wᵀ`, `dW = Xᵀ·dY` and `db = Σ dY`
  /// over the rows.
  record Affine() implements Product, Fused {
    @Override
    public String formula() {
      return "Y = X·W + b; dX = dY·Wᵀ, dW = Xᵀ·dY, db = Σ dY";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> Products.affine(inputs.get(0), inputs.get(1), inputs.get(2));
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return input == 2 ? dy.sum(0) : new Matmul().pullback(input, dy, inputs.subList(0, 2), y);
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      return inputs.get(0).matmul(inputs.get(1)).add(inputs.get(2));
    }
  }
}
