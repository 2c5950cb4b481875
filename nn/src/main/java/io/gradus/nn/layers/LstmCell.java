package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.tensor.Tensor;
import java.util.List;

/// As `torch.nn.LSTMCell` (Hochreiter & Schmidhuber 1997): `c' = f·c + i·g` and `h' = o·tanh c'`
/// with the gates `i = σ(x·Wᵢ + bᵢ + h·Uᵢ + dᵢ)`, `f` and `o` alike, and `g` with tanh in the place
/// of σ.
///
/// A state is h and c beside each other, `(B, 2·width)`.
///
/// @param input `x·W + b`, `(C, 4·width)`: i, f, g, o beside each other
/// @param state `h·U + d`, `(width, 4·width)`
public record LstmCell(Linear input, Linear state) implements Cell {
  @Override
  public int length() {
    return 2 * width();
  }

  private int width() {
    return state.weight().value().shape().length(0);
  }

  @Override
  public Steps over(Tensor x, Pass pass) {
    return new Steps(
        pass.through("cell.input", input, x), // (B, T, 4·width)
        (in, last) -> next(in.add(pass.through("cell.state", state, output(last))), last));
  }

  @Override
  public Tensor output(Tensor state) {
    return state.slice(-1, 0, width());
  }

  private Tensor next(Tensor gates, Tensor last) {
    int width = width();
    Tensor early = gates.slice(-1, 0, 2 * width).sigmoid();
    Tensor i = early.slice(-1, 0, width); // (B, width)
    Tensor f = early.slice(-1, width, 2 * width);
    Tensor g = gates.slice(-1, 2 * width, 3 * width).tanh();
    Tensor o = gates.slice(-1, 3 * width, 4 * width).sigmoid();
    Tensor c = f.mul(last.slice(-1, width, 2 * width)).add(i.mul(g));
    return Tensor.concatenate(-1, List.of(o.mul(c.tanh()), c));
  }
}
