package io.gradus.nn.scalar;

import io.gradus.random.Generator;
import io.gradus.scalar.Leaf;
import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import java.util.stream.Stream;

/// `y = f(w·x + b)`.
public record Neuron(Values weights, Leaf bias, Activation activation) {
  /// Weights drawn from U(-1, 1), a bias of 0, as in micrograd.
  public static Neuron create(int inputs, Activation activation, Generator init) {
    Value[] weights =
        Stream.generate(() -> Value.of(init.uniform(-1, 1))).limit(inputs).toArray(Value[]::new);
    return new Neuron(Values.of(weights), Value.of(0), activation);
  }

  /// The neuron's output.
  public Value apply(Values x) {
    return activation.apply(Value.dot(weights, x).add(bias));
  }
}
