package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.tensor.Tensor;

/// As `torch.nn.GRUCell` (Cho et al. 2014): `h' = (1 - z)·n + z·h` with the gates `r = σ(x·Wᵣ + bᵣ
/// + h·Uᵣ + cᵣ)` and `z` alike, and `n = tanh(x·Wₙ + bₙ + r·(h·Uₙ + cₙ))`.
///
/// @param input `x·W + b`, `(C, 3·width)`: r, z, n beside each other
/// @param state `h·U + c`, `(width, 3·width)`
public record GruCell(Linear input, Linear state) implements Cell {
  @Override
  public int length() {
    return state.weight().value().shape().length(0);
  }

  @Override
  public Steps over(Tensor x, Pass pass) {
    return new Steps(
        pass.through("cell.input", input, x), // (B, T, 3·width)
        (in, h) -> next(in, pass.through("cell.state", state, h), h));
  }

  private Tensor next(Tensor in, Tensor of, Tensor h) {
    int width = length();
    Tensor gates = in.slice(-1, 0, 2 * width).add(of.slice(-1, 0, 2 * width)).sigmoid();
    Tensor r = gates.slice(-1, 0, width); // (B, width)
    Tensor z = gates.slice(-1, width, 2 * width);
    Tensor candidate = in.slice(-1, 2 * width, 3 * width);
    Tensor n = candidate.add(r.mul(of.slice(-1, 2 * width, 3 * width))).tanh();
    return n.add(z.mul(h.sub(n)));
  }
}
