package io.gradus.nn.layers;

import io.gradus.nn.Init;
import io.gradus.tensor.Parameter;
import java.util.Optional;

/// The state of a recurrent layer before its first step.
public enum Start {
  /// A parameter `(1, S)`, zeros at first, as in makemore.
  LEARNED,
  /// Zeros for ever, as in PyTorch.
  ZEROS;

  Optional<Parameter> attach(int state, Init init) {
    return this == LEARNED ? Optional.of(init.constant("start", 0, 1, state)) : Optional.empty();
  }
}
