package io.gradus.nn.network;

import io.gradus.data.Dataset;
import io.gradus.nn.Answers;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerException;
import io.gradus.nn.LossSpec;
import io.gradus.nn.Outcome;
import io.gradus.nn.Parameters;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.DType;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.NonFinite;
import io.gradus.tensor.NonFiniteException;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import io.gradus.tensor.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Layers with a loss, on the tensor engine.
class Network implements TrainedModel, Layered {
  /// Positions that are evaluated at once: enough to keep the kernels busy, little enough memory.
  private static final int POSITIONS = 8192;

  private final Layer body;
  private final Goal goal;
  private final LossSpec loss;
  private final DType type;
  private final List<TensorSlice> slices;
  private final List<BufferSlice> buffers;
  private final List<TensorSlice> learned;
  private final List<Parameter> wanted;
  private final Workspace evaluation = new Workspace();

  /// A network of built layers.
  ///
  /// @param frozen whether the parameter of a name is left as it is
  Network(Layer body, Parameters parameters, Goal goal, DType type, Predicate<String> frozen) {
    this.body = body;
    this.goal = goal;
    this.loss = goal.loss();
    this.type = type;
    this.slices =
        parameters.learned().stream()
            .map(entry -> new TensorSlice(entry.name(), entry.value(), !frozen.test(entry.name())))
            .toList();
    this.buffers =
        parameters.kept().stream()
            .map(entry -> new BufferSlice(entry.name(), entry.value()))
            .toList();
    this.learned = slices.stream().filter(TensorSlice::learned).toList();
    this.wanted = learned.stream().map(TensorSlice::parameter).toList();
  }

  @Override
  public List<Slice> parameters() {
    return List.copyOf(slices);
  }

  @Override
  public List<Slice> buffers() {
    return List.copyOf(buffers);
  }

  @Override
  public List<PlacedLayer> layers(Dataset examples) {
    var walk = new Walk();
    Pass pass = Pass.evaluation().watchedBy(walk);
    Tensor inputs = Batch.of(examples, loss.wants(), type).inputs();
    Tensor _ = evaluation.call(() -> Autograd.withoutGraph(() -> output(inputs, pass)));
    return walk.layers(parameters(), buffers());
  }

  DType type() {
    return type;
  }

  /// What the layers make of a batch.
  Tensor output(Tensor inputs, Pass pass) {
    return body.apply(inputs, pass);
  }

  @Override
  public Outcome learn(Dataset examples, Pass pass) {
    Tensor value = loss(Batch.of(examples, loss.wants(), type), pass);
    double number = value.item();
    if (Double.isFinite(number)) {
      Optional<Pass.Watcher> watcher = pass.watcher();
      List<Tensor> others = watcher.map(Pass.Watcher::wanted).orElse(List.of());
      Gradients gradients = Autograd.backward(value, wanted, others);
      for (TensorSlice slice : learned) {
        slice.found(gradients.find(slice.parameter().value()));
      }
      watcher.ifPresent(watching -> watching.differentiated(gradients));
    }
    return Outcome.of(number);
  }

  private Tensor loss(Batch batch, Pass pass) {
    return goal.of(output(batch.inputs(), pass), batch.answers());
  }

  /// The loss of all examples at once, without a penalty, computed part by part.
  @Override
  public Outcome evaluate(Dataset examples) {
    int each = Math.max(1, POSITIONS / Batch.positions(examples));
    double sum = 0;
    long count = 0;
    long right = 0;
    for (int from = 0; from < examples.size(); from += each) {
      Dataset part = examples.range(from, Math.min(from + each, examples.size()));
      Part found = evaluation.call(() -> Autograd.withoutGraph(() -> part(part)));
      sum += loss.sums() ? found.loss : found.loss * found.count;
      count += found.count;
      right += found.right;
    }
    double whole = loss.sums() ? sum : sum / Math.max(count, 1);
    return loss.wants() == LossSpec.Wants.CLASSES
        ? new Outcome(whole, new TreeMap<>(Map.of("accuracy", (double) right / Math.max(count, 1))))
        : Outcome.of(whole);
  }

  /// The loss of a part, over how many answers, and how many were the likeliest.
  private record Part(double loss, int count, int right) {}

  private Part part(Dataset examples) {
    Batch batch = Batch.of(examples, loss.wants(), type);
    Tensor output = output(batch.inputs(), Pass.evaluation());
    Answers answers = loss.counted(batch.answers());
    return new Part(loss.of(output, answers).item(), answers.count(), right(output, answers));
  }

  private static int right(Tensor scores, Answers answers) {
    if (!(answers instanceof Answers.Classes(var classes))) {
      return 0;
    }
    double[] numbers = scores.toDoubles();
    int width = scores.shape().length(-1);
    int right = 0;
    for (int row = 0; row < classes.shape().size(); row++) {
      int best = row * width;
      for (int i = best + 1; i < (row + 1) * width; i++) {
        best = numbers[i] > numbers[best] ? i : best;
      }
      right += best - row * width == classes.at(row) ? 1 : 0;
    }
    return right;
  }

  @Override
  public Optional<String> findNonFinite(Dataset examples, Pass pass) {
    try {
      NonFinite.guard(() -> {
        Tensor value = loss(Batch.of(examples, loss.wants(), type), pass);
        return Autograd.backward(value, wanted);
      });
      return Optional.empty();
    } catch (LayerException | NonFiniteException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
