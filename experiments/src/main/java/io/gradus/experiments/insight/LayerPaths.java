package io.gradus.experiments.insight;

import io.gradus.experiments.run.SetupException;
import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.nn.layers.Elementwise;
import io.gradus.nn.layers.Linear;
import io.gradus.nn.network.PlacedLayer;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.DType;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The paths of a network of layers: linear maps, and functions of one number behind them.
///
/// All is computed in double precision, from the numbers as the network keeps them.
public final class LayerPaths {
  private static final Pass PASS = Pass.evaluation();

  private LayerPaths() {}

  /// The paths of these layers at x; a [SetupException] names a layer that no single path leads
  /// through.
  public static PathStrengths of(List<PlacedLayer> placed, List<Double> x) {
    List<Layer> layers = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (PlacedLayer each : placed.stream().filter(layer -> layer.depth() == 0).toList()) {
      switch (each.layer()) {
        case Linear linear -> {
          Linear wide = wide(linear);
          layers.add(wide);
          widths.add(wide.weight().value().shape().length(1));
        }
        case Elementwise function when !layers.isEmpty() -> layers.add(function);
        default ->
            throw new SetupException(
                ("paths lead through linear layers and functions of one number behind them;"
                        + " %s is of the type %s")
                    .formatted(each.place(), each.layer().getClass().getSimpleName()));
      }
    }
    PathStrengths.requireFew(x.size(), widths);
    return PathStrengths.of(x, stages(layers, x), gradients(layers, x));
  }

  private static Linear wide(Linear linear) {
    return new Linear(wide(linear.weight()), linear.bias().map(LayerPaths::wide));
  }

  private static Parameter wide(Parameter parameter) {
    Tensor value = parameter.value();
    return new Parameter(
        parameter.name(), Tensor.of(value.toDoubles(), DType.FLOAT64, value.shape()));
  }

  private static Tensor row(double... numbers) {
    return Tensor.of(numbers, DType.FLOAT64, Shape.of(1, numbers.length));
  }

  private static Tensor input(List<Double> x) {
    return row(x.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /// A linear map and all functions up to the next one are a stage.
  private static List<Stage> stages(List<Layer> layers, List<Double> x) {
    List<Stage> stages = new ArrayList<>();
    Tensor now = input(x);
    for (int i = 0; i < layers.size(); ) {
      Linear linear = (Linear) layers.get(i++);
      Tensor sum = row(linear.apply(now, PASS).toDoubles());
      Tensor output = sum;
      for (; i < layers.size() && layers.get(i) instanceof Elementwise function; i++) {
        output = function.apply(output, PASS);
      }
      double[] slopes = new double[sum.shape().size()];
      Arrays.fill(slopes, 1);
      if (output != sum) {
        slopes = Autograd.backward(output.sum()).of(sum).toDoubles();
      }
      now = row(output.toDoubles());
      stages.add(new Stage(transposed(linear.weight().value()), slopes, now.toDoubles()));
    }
    return stages;
  }

  private static double[][] transposed(Tensor weight) {
    double[] numbers = weight.toDoubles(); // (in, out)
    int in = weight.shape().length(0);
    int out = weight.shape().length(1);
    double[][] rows = new double[out][in];
    for (int i = 0; i < numbers.length; i++) {
      rows[i % out][i / out] = numbers[i];
    }
    return rows;
  }

  private static double[][] gradients(List<Layer> layers, List<Double> x) {
    Tensor input = input(x);
    Tensor output = input;
    for (Layer layer : layers) {
      output = layer.apply(output, PASS);
    }
    double[][] gradients = new double[output.shape().length(1)][];
    for (int k = 0; k < gradients.length; k++) {
      gradients[k] = Autograd.backward(output.select(1, k).sum()).of(input).toDoubles();
    }
    return gradients;
  }
}
