package io.gradus.experiments.insight;

import io.gradus.nn.Slice;
import io.gradus.nn.scalar.Activation;
import io.gradus.nn.scalar.Layer;
import io.gradus.nn.scalar.Mlp;
import io.gradus.nn.scalar.Neuron;
import io.gradus.nn.scalar.ScalarMlpSpec;
import io.gradus.scalar.Leaf;
import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/// The paths of a network of scalar neurons.
public final class ScalarPaths {
  private ScalarPaths() {}

  /// The paths of a model of this kind at x.
  ///
  /// @param parameters the model's, whose numbers are taken
  public static PathStrengths of(ScalarMlpSpec spec, List<Slice> parameters, List<Double> x) {
    PathStrengths.requireFew(x.size(), spec.layers());
    return of(network(spec, parameters), x);
  }

  /// A copy; the slices are the weights and the bias of each neuron in turn.
  private static Mlp network(ScalarMlpSpec spec, List<Slice> parameters) {
    Iterator<Slice> slices = parameters.iterator();
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < spec.layers().size(); i++) {
      boolean last = i == spec.layers().size() - 1;
      List<Neuron> neurons = new ArrayList<>();
      for (int unit = 0; unit < spec.layers().get(i); unit++) {
        Values weights = leaves(numbers(slices.next()));
        Leaf bias = Value.of(numbers(slices.next()).getFirst());
        neurons.add(new Neuron(weights, bias, last ? Activation.LINEAR : spec.activation()));
      }
      layers.add(new Layer(neurons));
    }
    return new Mlp(layers);
  }

  private static List<Double> numbers(Slice slice) {
    double[] numbers = new double[slice.size()];
    slice.read(numbers);
    return Arrays.stream(numbers).boxed().toList();
  }

  /// The paths of a network at x.
  public static PathStrengths of(Mlp network, List<Double> x) {
    List<Stage> stages = new ArrayList<>();
    Values now = leaves(x);
    for (Layer layer : network.layers()) {
      stages.add(stage(layer, now));
      now = layer.apply(now);
    }
    double[][] gradients = new double[now.size()][x.size()];
    for (int output = 0; output < gradients.length; output++) {
      Values inputs = leaves(x);
      network.apply(inputs).get(output).backward();
      for (int i = 0; i < x.size(); i++) {
        gradients[output][i] = inputs.get(i).grad();
      }
    }
    return PathStrengths.of(x, stages, gradients);
  }

  private static Values leaves(List<Double> x) {
    return Values.copyOf(x.stream().map(Value::of).toList());
  }

  private static Stage stage(Layer layer, Values inputs) {
    int units = layer.neurons().size();
    double[][] weights = new double[units][];
    double[] slopes = new double[units];
    double[] outputs = new double[units];
    for (int unit = 0; unit < units; unit++) {
      Neuron neuron = layer.neurons().get(unit);
      weights[unit] = neuron.weights().stream().mapToDouble(Value::data).toArray();
      Value sum = Value.dot(neuron.weights(), inputs).add(neuron.bias());
      Value output = neuron.activation().apply(sum);
      slopes[unit] = neuron.activation() == Activation.LINEAR ? 1 : output.slopes()[0];
      outputs[unit] = output.data();
    }
    return new Stage(weights, slopes, outputs);
  }
}
