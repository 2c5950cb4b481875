package io.gradus.nn.layers;

import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.tensor.Tensor;

/// `h' = φ([x, h]·W + b)`, as in makemore.py.
///
/// @param joint `[x, h]·W + b`, `(C + width, width)`
/// @param activation `φ`
public record JointRnnCell(Linear joint, Layer activation) implements Cell {
  @Override
  public int length() {
    return joint.weight().value().shape().length(1);
  }

  @Override
  public Steps over(Tensor x, Pass pass) {
    var maps = JointMap.of(joint, x);
    return new Steps(
        maps.inputs(x), // (B, T, width)
        (in, h) ->
            pass.through("cell.activation", activation, in.add(h.matmul(maps.stateWeight()))));
  }
}
