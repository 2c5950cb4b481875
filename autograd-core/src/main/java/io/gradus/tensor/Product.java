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
}
