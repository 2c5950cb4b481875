package io.gradus.experiments.run;

import io.gradus.nn.Model;
import io.gradus.nn.Slice;
import io.gradus.random.Streams;
import java.nio.file.Files;
import java.nio.file.Path;
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
  ///
  /// @param memory the optimizer's, by name
  static Checkpoint of(
      int step,
      boolean sampled,
      Optional<String> tokenizer,
      Model model,
      SortedMap<String, TensorBytes> memory,
      Streams random) {
    SortedMap<String, TensorBytes> tensors = numbersOf(model);
    memory.forEach((name, numbers) -> tensors.put(MEMORY + name, numbers));
    random.states().forEach((name, state) -> tensors.put(RANDOM + name, TensorBytes.of(state)));
    return new Checkpoint(step, sampled, tokenizer, tensors);
  }

  /// A model's parameters and buffers by name.
  static SortedMap<String, TensorBytes> numbersOf(Model model) {
    SortedMap<String, TensorBytes> numbers = new TreeMap<>();
    model.parameters().forEach(slice -> numbers.put(slice.name(), TensorBytes.of(slice)));
    model.buffers().forEach(slice -> numbers.put(slice.name(), TensorBytes.of(slice)));
    return numbers;
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

  /// The last one of the run in a folder; a [SetupException] where there is none yet.
  static Checkpoint in(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new SetupException(
          "%s has no %s yet: no state of its model was saved".formatted(folder, FILE));
    }
    return read(file);
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

  /// Puts the parameters and buffers back; a [RunException] where they are another model's.
  void restore(Model model) {
    model.parameters().forEach(this::restore);
    model.buffers().forEach(this::restore);
  }

  private void restore(Slice slice) {
    TensorBytes stored = like(slice.name(), TensorBytes.of(slice));
    slice.write(stored.numbers());
  }

  /// Puts an optimizer's memory back; a [RunException] where it is another's.
  void restore(Optimizer optimizer) {
    optimizer.restore((name, now) -> like(MEMORY + name, now));
  }

  /// The numbers of a name, which must have the dtype and the shape of what they replace.
  private TensorBytes like(String name, TensorBytes now) {
    TensorBytes stored = tensor(name);
    if (!stored.inWords().equals(now.inWords())) {
      throw new RunException(
          "the checkpoint's '%s' is %s, the model's %s"
              .formatted(name, stored.inWords(), now.inWords()));
    }
    return stored;
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
