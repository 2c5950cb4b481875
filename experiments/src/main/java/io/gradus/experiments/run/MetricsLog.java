package io.gradus.experiments.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The scientific record, `metrics.jsonl`: one number a line, every step.
final class MetricsLog implements AutoCloseable {
  static final String FILE = "metrics.jsonl";

  private final BufferedWriter out;

  /// The names as JSON; looked up, never iterated.
  private final Map<String, String> quoted = new HashMap<>();

  private MetricsLog(BufferedWriter out) {
    this.out = out;
  }

  /// Goes on behind the lines up to this step, which are read again and stay untouched; what was
  /// written after it is cut off.
  static MetricsLog open(Path folder, int step, Consumer<Metrics.Point> kept) throws IOException {
    Path file = folder.resolve(FILE);
    byte[] bytes = step > 0 && Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    int length = 0;
    int last = 0;
    for (int end = lineEnd(bytes, 0); end > length; end = lineEnd(bytes, length)) {
      Optional<Metrics.Point> point =
          parse(new String(bytes, length, end - length, StandardCharsets.UTF_8));
      if (point.isEmpty() || point.get().step() > step) {
        break;
      }
      kept.accept(point.get());
      last = point.get().step();
      length = end;
    }
    if (last != step) {
      throw new RunException(
          "%s ends at step %d, before the checkpoint of step %d; the run cannot go on"
              .formatted(file, last, step));
    }
    try (FileChannel cut =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      cut.truncate(length);
    }
    return new MetricsLog(Files.newBufferedWriter(file, StandardOpenOption.APPEND));
  }

  /// The place behind the line that begins here; the same place where no whole line does.
  private static int lineEnd(byte[] bytes, int begin) {
    for (int i = begin; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return begin;
  }

  /// Writes one number; a non-finite one as its name in quotes.
  void write(Metrics.Point point) throws IOException {
    double value = point.value();
    out.write("{\"step\":");
    out.write(Integer.toString(point.step()));
    out.write(",\"name\":");
    out.write(quoted.computeIfAbsent(point.name(), Json::line));
    out.write(",\"value\":");
    out.write(Double.isFinite(value) ? Double.toString(value) : "\"" + value + "\"");
    out.write("}\n");
  }

  void flush() throws IOException {
    out.flush();
  }

  /// Every number of a record; none where there is no file. A last line that is no metric is left
  /// out, because its process was killed; another one is a [RunException].
  static Metrics read(Path file) {
    var metrics = new Metrics();
    if (!Files.isRegularFile(file)) {
      return metrics;
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      int broken = 0;
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (broken > 0) {
          throw new RunException("%s:%d: this line is no metric".formatted(file, broken));
        }
        number++;
        Optional<Metrics.Point> point = parse(line);
        point.ifPresent(metrics::add);
        broken = point.isEmpty() ? number : 0;
      }
      return metrics;
    } catch (IOException e) {
      throw new RunException("cannot read " + file + ": " + e.getMessage());
    }
  }

  /// Empty where a line is no metric.
  private static Optional<Metrics.Point> parse(String line) {
    try {
      JsonNode node = Json.MAPPER.readTree(line);
      JsonNode step = node.path("step");
      JsonNode name = node.path("name");
      JsonNode value = node.path("value");
      boolean sound = step.isInt() && name.isString() && (value.isNumber() || value.isString());
      if (!sound) {
        return Optional.empty();
      }
      double number = value.isString() ? Double.parseDouble(value.asString()) : value.asDouble();
      return Optional.of(new Metrics.Point(step.asInt(), name.asString(), number));
    } catch (JacksonException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
