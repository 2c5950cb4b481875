package io.gradus.nn.layers;

import io.gradus.nn.Fan;
import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Shape;
import java.util.Optional;

/// The two linear maps of PyTorch's cells, drawn as PyTorch draws them: both weights, then both
/// biases, and by default all of them uniform in `±1/√width`.
record CellMaps(Linear input, Linear state) {
  /// How they begin, as the settings of a cell say.
  record First(boolean bias, Initialiser weight, Initialiser added) {}

  /// Maps of `inputs` and of `width` numbers into `gates` times `width`.
  static CellMaps draw(int inputs, int width, int gates, First first, Init init) {
    Init input = init.within("input");
    Init state = init.within("state");
    Parameter inputWeight = input.parameter("weight", first.weight(), weight(inputs, width, gates));
    Parameter stateWeight = state.parameter("weight", first.weight(), weight(width, width, gates));
    Optional<Parameter> inputBias = bias(width, gates, first, input);
    Optional<Parameter> stateBias = bias(width, gates, first, state);
    return new CellMaps(new Linear(inputWeight, inputBias), new Linear(stateWeight, stateBias));
  }

  private static Fan weight(int rows, int width, int gates) {
    return new Fan(Shape.of(rows, gates * width), width, width, true);
  }

  private static Optional<Parameter> bias(int width, int gates, First first, Init init) {
    return first.bias()
        ? Optional.of(init.parameter("bias", first.added(), Fan.bias(width, gates * width)))
        : Optional.empty();
  }
}
