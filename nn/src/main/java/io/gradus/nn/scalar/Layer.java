package io.gradus.nn.scalar;

import io.gradus.random.Generator;
import io.gradus.scalar.Values;
import java.util.List;
import java.util.stream.Stream;

/// Neurons side by side, each reading the same inputs.
public record Layer(List<Neuron> neurons) {
  public Layer {
    neurons = List.copyOf(neurons);
  }

  /// A layer of `outputs` neurons, drawn one after the other.
  public static Layer create(int inputs, int outputs, Activation activation, Generator init) {
    return new Layer(
        Stream.generate(() -> Neuron.create(inputs, activation, init)).limit(outputs).toList());
  }

  /// One output a neuron.
  public Values apply(Values x) {
    return Values.copyOf(neurons.stream().map(neuron -> neuron.apply(x)).toList());
  }
}
