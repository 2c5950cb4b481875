package io.gradus.nn.layers;

import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.tensor.Tensor;

/// `h' = φ(x·W + b + h·U + c)`, as `torch.nn.RNNCell` (Elman 1990).
///
/// @param input `x·W + b`, `(C, width)`
/// @param state `h·U + c`, `(width, width)`
/// @param activation `φ`
public record RnnCell(Linear input, Linear state, Layer activation) implements Cell {
  @Override
  public int length() {
    return state.weight().value().shape().length(0);
  }

  @Override
  public Steps over(Tensor x, Pass pass) {
    return new Steps(
        pass.through("cell.input", input, x), // (B, T, width)
        (in, h) ->
            pass.through(
                "cell.activation", activation, in.add(pass.through("cell.state", state, h))));
  }
}
