package io.gradus.experiments.run;

import io.gradus.nn.Model;
import io.gradus.nn.Slice;
import io.gradus.random.Streams;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that a run needs to go on after a step as if it had never stopped: parameters,
/// optimizer memory, the state of every random stream, and what the tokenizer learned.
///
/// In the file, parameters stand under their own names, the memory under `optimizer/`, the streams
/// under `random/`.
///
/// @param step how many updates were made
/// @param sampled whether the samples are written, so that the random state is the one behind them
/// @param tokenizer what the tokenizer learned; empty where there is none
record Checkpoint(
    int step, boolean sampled, Optional<String> tokenizer, SortedMap<String, TensorBytes> tensors) {
  static final String FILE = "checkpoint.safetensors";

  private static final String MEMORY = "optimizer/";
  private static final String RANDOM = "random/";

  /// The state of a run now.
  static Checkpoint of(
      int step,
      boolean sampled,
      Optional<String> tokenizer,
      Model model,
      Map<String, double[]> memory,
      Streams random) {
    SortedMap<String, TensorBytes> tensors = new TreeMap<>();
    for (Slice slice : model.parameters()) {
      double[] numbers = new double[slice.size()];
      slice.read(numbers);
      tensors.put(slice.name(), TensorBytes.of(numbers, slice.shape()));
    }
    memory.forEach(
        (name, numbers) -> tensors.put(MEMORY + name, TensorBytes.of(numbers, numbers.length)));
    random.states().forEach((name, state) -> tensors.put(RANDOM + name, TensorBytes.of(state)));
    return new Checkpoint(step, sampled, tokenizer, tensors);
  }

  /// As a file holds it.
  SafeTensors stored() {
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put("format", "gradus 1");
    metadata.put("step", Integer.toString(step));
    metadata.put("sampled", Boolean.toString(sampled));
    tokenizer.ifPresent(learned -> metadata.put("tokenizer", learned));
    return new SafeTensors(tensors, metadata);
  }

  static Checkpoint read(Path file) {
    SafeTensors stored = SafeTensors.read(file);
    String format = stored.metadata().getOrDefault("format", "none");
    String step = stored.metadata().getOrDefault("step", "none");
    if (!format.equals("gradus 1") || !step.matches("\\d{1,9}")) {
      throw new RunException(
          "%s is not a checkpoint of gradus (format %s)".formatted(file, format));
    }
    return new Checkpoint(
        Integer.parseInt(step),
        Boolean.parseBoolean(stored.metadata().getOrDefault("sampled", "false")),
        Optional.ofNullable(stored.metadata().get("tokenizer")),
        stored.tensors());
  }

  /// Puts the parameters back; a [RunException] where they are another model's.
  void restore(Model model) {
    for (Slice slice : model.parameters()) {
      TensorBytes tensor = tensor(slice.name());
      long[] shape = Arrays.stream(slice.shape()).asLongStream().toArray();
      if (!Arrays.equals(shape, tensor.shape()) || !tensor.dtype().equals("F64")) {
        throw new RunException(
            "the checkpoint's '%s' is %s%s, the model's F64%s"
                .formatted(
                    slice.name(),
                    tensor.dtype(),
                    Arrays.toString(tensor.shape()),
                    Arrays.toString(shape)));
      }
      slice.write(tensor.doubles());
    }
  }

  /// Fills an optimizer's arrays.
  void restore(Map<String, double[]> memory) {
    memory.forEach((name, numbers) -> {
      TensorBytes stored = tensor(MEMORY + name);
      if (!stored.dtype().equals("F64") || stored.doubles().length != numbers.length) {
        throw new RunException("the checkpoint's memory of '" + name + "' is of another size");
      }
      System.arraycopy(stored.doubles(), 0, numbers, 0, numbers.length);
    });
  }

  /// Puts every random stream back to where it was.
  void restore(Streams random) {
    Map<String, long[]> states = new TreeMap<>();
    tensors
        .tailMap(RANDOM)
        .forEach((name, tensor) -> {
          if (name.startsWith(RANDOM)) {
            states.put(name.substring(RANDOM.length()), tensor.as("I64", name).longs());
          }
        });
    try {
      random.restore(states);
    } catch (IllegalArgumentException e) {
      throw new RunException("the checkpoint's random state does not fit: " + e.getMessage());
    }
  }

  private TensorBytes tensor(String name) {
    TensorBytes tensor = tensors.get(name);
    if (tensor == null) {
      throw new RunException("the checkpoint has no '" + name + "'");
    }
    return tensor;
  }
}
