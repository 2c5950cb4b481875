package io.gradus.experiments.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
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
      Metrics.Point point = parse(new String(bytes, length, end - length, StandardCharsets.UTF_8));
      if (point.step() > step) {
        break;
      }
      kept.accept(point);
      last = point.step();
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
