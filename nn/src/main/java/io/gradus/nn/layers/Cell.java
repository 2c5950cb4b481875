package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// What a recurrent network does at each step of time: the next state, of what comes in and the
/// last state.
public interface Cell {
  /// All steps of one pass, with what does not depend on the state computed for all at once.
  ///
  /// @param inputs what the inputs add at each step, `(B, T, G)`
  /// @param next the next state `(B, S)`, of what the input adds `(B, G)` and the last state
  record Steps(Tensor inputs, BinaryOperator<Tensor> next) {}

  /// The length S of a state.
  int length();

  /// Prepares the steps over `(B, T, C)`. Sublayers go by the name `cell` and their own.
  Steps over(Tensor x, Pass pass);

  /// What goes out of a state `(B, S)`.
  default Tensor output(Tensor state) {
    return state;
  }

  /// What goes out at each step: `(B, T, C)` becomes `(B, T, W)`.
  ///
  /// @param start the state before the first step, `(1, S)`; zeros if there is none
  default Tensor unrolled(Tensor x, Optional<Tensor> start, Pass pass) {
    Shape states = Shape.of(x.shape().length(0), length());
    Steps steps = over(x, pass);
    Tensor state =
        start.map(row -> row.expand(states)).orElseGet(() -> Tensor.zeros(states, x.dtype()));
    List<Tensor> outputs = new ArrayList<>();
    for (Tensor input : places(steps.inputs())) {
      state = steps.next().apply(input, state); // (B, S)
      outputs.add(output(state));
    }
    return Tensor.stack(1, outputs); // (B, T, W)
  }

  /// `(B, T, G)` as T times `(B, G)`.
  ///
  /// The gradient of a part is as long as the whole, so the whole is halved until one place is
  /// left: T places cost T log T then, not T².
  private static List<Tensor> places(Tensor x) {
    int length = x.shape().length(1);
    if (length == 1) {
      return List.of(x.squeeze(1));
    }
    List<Tensor> places = new ArrayList<>(places(x.slice(1, 0, length / 2)));
    places.addAll(places(x.slice(1, length / 2, length)));
    return places;
  }
}
