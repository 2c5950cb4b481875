package io.gradus.experiments.insight;

import io.gradus.experiments.run.SetupException;
import io.gradus.experiments.run.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How the numbers of a model moved, by the snapshots in `weights/`.
///
/// @param steps after which they were recorded
/// @param parameters parameters and buffers; the neurons of one layer of a scalar network together
public record WeightHistory(List<Integer> steps, List<ParameterHistory> parameters) {
  private static final String FOLDER = "weights";
  private static final String NAME = "step-(\\d{1,9})\\.safetensors";

  public WeightHistory {
    steps = List.copyOf(steps);
    parameters = List.copyOf(parameters);
  }

  /// Reads what a run recorded; a [SetupException] says how it is recorded where nothing was.
  public static WeightHistory read(Path run) {
    List<Path> files = files(run.resolve(FOLDER));
    if (files.isEmpty()) {
      throw new SetupException(
          "%s has recorded no weights; they are with --set record.weights=10, or record: {weights: 10} in the file"
              .formatted(run));
    }
    List<Integer> steps = new ArrayList<>();
    SortedMap<String, ParameterWatch> watched =
        new TreeMap<>(
            Comparator.comparing(WeightHistory::inOrder).thenComparing(Comparator.naturalOrder()));
    for (Path file : files) {
      int step = Integer.parseInt(file.getFileName().toString().replaceFirst(NAME, "$1"));
      steps.add(step);
      snapshot(file)
          .forEach((name, parts) ->
              watched.computeIfAbsent(name, _ -> new ParameterWatch(name, parts)).see(step, parts));
    }
    return new WeightHistory(
        steps, watched.values().stream().map(ParameterWatch::history).toList());
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches(NAME)).sorted().toList();
    } catch (IOException e) {
      throw new SetupException("cannot read %s: %s".formatted(folder, e.getMessage()));
    }
  }

  /// The tensors of a file, those of the neurons of a layer under one name.
  private static Map<String, List<ParameterWatch.Part>> snapshot(Path file) {
    SortedMap<String, List<ParameterWatch.Part>> parts =
        new TreeMap<>(Comparator.comparing(WeightHistory::inOrder));
    try (TensorFile stored = TensorFile.open(file)) {
      List<String> names =
          stored.places().keySet().stream()
              .sorted(Comparator.comparing(WeightHistory::inOrder))
              .toList();
      for (String name : names) {
        String together = name.replaceAll("\\.neurons\\.\\d+\\.", ".neurons.*.");
        parts
            .computeIfAbsent(together, _ -> new ArrayList<>())
            .add(ParameterWatch.Part.of(name, stored.read(name)));
      }
    }
    return parts;
  }

  /// With which `layers.2` stands before `layers.10`.
  private static String inOrder(String name) {
    var padded = new StringBuilder();
    for (String part : name.split("\\.", -1)) {
      boolean number = part.matches("\\d{1,9}");
      padded.append(number ? "0".repeat(9 - part.length()) : "").append(part).append('.');
    }
    return padded.toString();
  }
}
