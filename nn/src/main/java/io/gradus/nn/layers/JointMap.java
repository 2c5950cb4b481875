package io.gradus.nn.layers;

import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// Linear maps of `[x, h]` taken apart, `[x, h]·W + b = x·W₀ + b + h·W₁`, so that the inputs of all
/// steps are one matrix product.
///
/// @param inputWeight `W₀`, `(C, G)`
/// @param stateWeight `W₁`, `(S, G)`
/// @param bias `b`, `(G)`
record JointMap(Tensor inputWeight, Tensor stateWeight, Optional<Tensor> bias) {
  /// A map of what comes in beside a state.
  static JointMap of(Linear joint, Tensor x) {
    Tensor weight = joint.weight().value(); // (C + S, G)
    int inputs = x.shape().length(-1);
    return new JointMap(
        weight.slice(0, 0, inputs),
        weight.slice(0, inputs, weight.shape().length(0)),
        joint.bias().map(b -> b.value()));
  }

  /// Several maps as one, their results beside each other.
  static JointMap beside(List<JointMap> maps) {
    return new JointMap(
        Tensor.concatenate(1, maps.stream().map(JointMap::inputWeight).toList()),
        Tensor.concatenate(1, maps.stream().map(JointMap::stateWeight).toList()),
        maps.getFirst().bias().map(_ -> biases(maps)));
  }

  private static Tensor biases(List<JointMap> maps) {
    return Tensor.concatenate(0, maps.stream().flatMap(map -> map.bias().stream()).toList());
  }

  /// `x·W₀ + b` of `(B, T, C)`.
  Tensor inputs(Tensor x) {
    return bias.isPresent() ? x.affine(inputWeight, bias.get()) : x.matmul(inputWeight);
  }
}
