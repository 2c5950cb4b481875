package io.gradus.experiments.run;

import io.gradus.experiments.vitals.Vitals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// How the network of a run fared, `vitals.jsonl`: one step a line.
public final class VitalsLog {
  static final String FILE = "vitals.jsonl";

  private VitalsLog() {}

  /// Keeps the steps up to this one, which stay untouched, and cuts off what was written after it.
  static void cut(Path folder, int step) {
    Path file = folder.resolve(FILE);
    var kept = new StringBuilder();
    for (String line : lines(file)) {
      Optional<Vitals> vitals = parse(line);
      if (vitals.isEmpty() || vitals.get().step() > step) {
        break;
      }
      kept.append(line).append('\n');
    }
    write(file, kept.toString(), StandardOpenOption.TRUNCATE_EXISTING);
  }

  /// Adds a step; it reaches the file at once, and so before any state after it.
  static void add(Path folder, Vitals vitals) {
    write(folder.resolve(FILE), Json.line(vitals) + "\n", StandardOpenOption.APPEND);
  }

  private static void write(Path file, String text, StandardOpenOption how) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
    } catch (IOException e) {
      throw RunDirectory.cannotWrite(file, e);
    }
  }

  /// Every recorded step of a run; none where nothing was recorded. A last line that is no step is
  /// left out, because its process was killed; a [SetupException] names another one.
  public static List<Vitals> read(Path folder) {
    Path file = folder.resolve(FILE);
    List<String> lines = lines(file);
    List<Vitals> steps = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Optional<Vitals> vitals = parse(lines.get(i));
      if (vitals.isEmpty() && i < lines.size() - 1) {
        throw new SetupException("%s:%d: this line is no step".formatted(file, i + 1));
      }
      vitals.ifPresent(steps::add);
    }
    return steps;
  }

  private static List<String> lines(Path file) {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new RunException("cannot read " + file + ": " + e.getMessage());
    }
  }

  /// Empty where a line is no step.
  private static Optional<Vitals> parse(String line) {
    try {
      return Optional.of(Json.MAPPER.readValue(line, Vitals.class));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}
