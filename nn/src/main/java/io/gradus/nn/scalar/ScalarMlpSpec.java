package io.gradus.nn.scalar;

import static io.gradus.plugin.Require.require;

import io.gradus.data.Dataset;
import io.gradus.data.Form;
import io.gradus.data.Points;
import io.gradus.nn.Outcome;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.nn.TrainedSpec;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;
import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The multi-layer perceptron of micrograd, which scores points.
///
/// The loss is the mean over the points, plus `l2 · Σ p²` over all parameters p. A point counts as
/// right where score and target are on the same side of 0.
@Doc("the multi-layer perceptron of micrograd, which scores points")
public record ScalarMlpSpec(
    @Doc("neurons of each layer, the output layer of one neuron last, such as [16, 16, 1]")
        List<Integer> layers,
    @Doc("what a hidden neuron does with its sum") @Default("relu") Activation activation,
    @Doc("how far a score is from its target") @Default("squared-error") ScalarLoss loss,
    @Doc("weight of the sum of all parameters' squares in the loss") @Default("0.0") double l2)
    implements TrainedSpec {
  public ScalarMlpSpec {
    layers = List.copyOf(layers);
    require(!layers.isEmpty() && layers.getLast() == 1, "layers = %s must end in 1", layers);
    for (int width : layers) {
      require(width >= 1, "layers = %s: every layer needs at least 1 neuron", layers);
    }
    require(Double.isFinite(l2) && l2 >= 0, "l2 = %s must be at least 0", l2);
  }

  @Override
  public TrainedModel build(Form form, Generator init) {
    if (form instanceof Form.Features(int width, _)) {
      double parameters = 0;
      int inputs = width;
      for (int outputs : layers) {
        parameters += (inputs + 1.0) * outputs;
        inputs = outputs;
      }
      ScalarParameters.requireRoom(parameters);
      return new Scorer(this, Mlp.create(width, layers, activation, init));
    }
    throw new IllegalArgumentException("a scalar-mlp learns from points, not " + form.inWords());
  }

  /// The network with its loss.
  private static final class Scorer implements TrainedModel {
    private final ScalarMlpSpec spec;
    private final Mlp network;
    private final List<Slice> slices;
    private final Values parameters;

    Scorer(ScalarMlpSpec spec, Mlp network) {
      this.spec = spec;
      this.network = network;
      this.slices = ScalarParameters.of(network);
      List<Value> all = new ArrayList<>();
      for (Layer layer : network.layers()) {
        for (Neuron neuron : layer.neurons()) {
          all.addAll(neuron.weights());
          all.add(neuron.bias());
        }
      }
      this.parameters = Values.copyOf(all);
    }

    @Override
    public List<Slice> parameters() {
      return slices;
    }

    @Override
    public Outcome learn(Dataset batch, Pass pass) {
      slices.forEach(Slice::zeroGradient);
      Scored scored = score(batch);
      scored.loss.backward();
      return scored.outcome();
    }

    @Override
    public Outcome evaluate(Dataset examples) {
      return score(examples).outcome();
    }

    private Scored score(Dataset batch) {
      List<Value> losses = new ArrayList<>();
      int right = 0;
      for (Points.Point point : ((Points) batch).points()) {
        Values x = Values.copyOf(point.features().stream().map(Value::of).toList());
        Value score = network.apply(x).getFirst();
        losses.add(spec.loss.of(score, point.target()));
        right += score.data() > 0 == point.target() > 0 ? 1 : 0;
      }
      Value loss = Value.sum(losses).mul(1.0 / batch.size());
      if (spec.l2 > 0) {
        loss = loss.add(Value.dot(parameters, parameters).mul(spec.l2));
      }
      return new Scored(loss, (double) right / batch.size());
    }

    private record Scored(Value loss, double accuracy) {
      Outcome outcome() {
        return new Outcome(loss.data(), new TreeMap<>(Map.of("accuracy", accuracy)));
      }
    }
  }
}
