package io.gradus.nn.scalar;

import io.gradus.random.Generator;
import io.gradus.scalar.Values;
import java.util.ArrayList;
import java.util.List;

/// A multi-layer perceptron: layers one after the other, the last one linear.
public record Mlp(List<Layer> layers) {
  public Mlp {
    layers = List.copyOf(layers);
  }

  /// A network with these layer widths behind its inputs, as micrograd's `MLP(2, [16, 16, 1])`.
  public static Mlp create(int inputs, List<Integer> widths, Activation hidden, Generator init) {
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (int i = 0; i < widths.size(); i++) {
      Activation activation = i == widths.size() - 1 ? Activation.LINEAR : hidden;
      layers.add(Layer.create(width, widths.get(i), activation, init));
      width = widths.get(i);
    }
    return new Mlp(layers);
  }

  /// The outputs of the last layer.
  public Values apply(Values x) {
    for (Layer layer : layers) {
      x = layer.apply(x);
    }
    return x;
  }
}
