package io.gradus.experiments.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The scientific record, `metrics.jsonl`: one number a line, every step.
final class MetricsLog implements AutoCloseable {
  static final String FILE = "metrics.jsonl";

  private final BufferedWriter out;

  private MetricsLog(BufferedWriter out) {
    this.out = out;
  }

  /// Goes on behind the lines up to this step, which are read again; what was written after it is
  /// cut off.
  static MetricsLog open(Path folder, int step, Consumer<Metrics.Point> kept) throws IOException {
    Path file = folder.resolve(FILE);
    List<String> lines = step > 0 ? Files.readAllLines(file) : List.of();
    BufferedWriter out =
        Files.newBufferedWriter(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    MetricsLog log = new MetricsLog(out);
    for (String line : lines) {
      Metrics.Point point = parse(line);
      if (point.step() > step) {
        break; // the last line may be torn, and lies past the checkpoint
      }
      kept.accept(point);
      log.write(point);
    }
    return log;
  }

  /// Writes one number; a non-finite one as its name in quotes.
  void write(Metrics.Point point) throws IOException {
    double value = point.value();
    out.write("{\"step\":");
    out.write(Integer.toString(point.step()));
    out.write(",\"name\":");
    out.write(Json.line(point.name()));
    out.write(",\"value\":");
    out.write(Double.isFinite(value) ? Double.toString(value) : "\"" + value + "\"");
    out.write("}\n");
  }

  void flush() throws IOException {
    out.flush();
  }

  private static Metrics.Point parse(String line) {
    try {
      JsonNode node = Json.MAPPER.readTree(line);
      JsonNode value = node.path("value");
      double number =
          value.isString() ? Double.parseDouble(value.asString()) : value.asDouble(Double.NaN);
      return new Metrics.Point(node.path("step").asInt(), node.path("name").asString(), number);
    } catch (JacksonException | NumberFormatException _) {
      return new Metrics.Point(Integer.MAX_VALUE, "", 0);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
