package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.tensor.Tensor;
import java.util.List;

/// As in makemore.py: `h' = (1 - z)·h + z·n` with the gates `z = σ([x, h]·W + b)` and `r` alike,
/// and `n = tanh([x, r·h]·W + b)`.
///
/// @param update the map of `z`, `(C + width, width)`
/// @param reset that of `r`
/// @param candidate that of `n`
public record JointGruCell(Linear update, Linear reset, Linear candidate) implements Cell {
  @Override
  public int length() {
    return update.weight().value().shape().length(1);
  }

  @Override
  public Steps over(Tensor x, Pass pass) {
    var gates = JointMap.beside(List.of(JointMap.of(update, x), JointMap.of(reset, x)));
    var last = JointMap.of(candidate, x);
    Tensor inputs = JointMap.beside(List.of(gates, last)).inputs(x); // (B, T, 3·width)
    return new Steps(inputs, (in, h) -> next(in, h, gates.stateWeight(), last.stateWeight()));
  }

  private Tensor next(Tensor in, Tensor h, Tensor ofGates, Tensor ofCandidate) {
    int width = length();
    Tensor gates = in.slice(-1, 0, 2 * width).add(h.matmul(ofGates)).sigmoid();
    Tensor z = gates.slice(-1, 0, width); // (B, width)
    Tensor r = gates.slice(-1, width, 2 * width);
    Tensor n = in.slice(-1, 2 * width, 3 * width).add(r.mul(h).matmul(ofCandidate)).tanh();
    return h.add(z.mul(n.sub(h)));
  }
}
