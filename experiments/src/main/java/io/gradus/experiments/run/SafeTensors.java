package io.gradus.experiments.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A safetensors file: eight bytes with the header's length, a JSON header, the numbers.
///
/// @param tensors by name
/// @param metadata texts by name
record SafeTensors(SortedMap<String, TensorBytes> tensors, SortedMap<String, String> metadata) {
  private static final int LARGEST_HEADER = 16 << 20;
  private static final long LARGEST_FILE = 1L << 30;
  private static final Map<String, Integer> WIDTHS = Map.of("F64", 8, "I64", 8);

  SafeTensors {
    tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /// The file's bytes; tensors in the order of their names, each number on an eight-byte border.
  byte[] bytes() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("__metadata__", metadata);
    long at = 0;
    for (var entry : tensors.entrySet()) {
      TensorBytes tensor = entry.getValue();
      long end = at + tensor.bytes().length;
      header.put(
          entry.getKey(),
          Map.of(
              "dtype",
              tensor.dtype(),
              "shape",
              tensor.shape(),
              "data_offsets",
              new long[] {at, end}));
      at = end;
    }
    byte[] json = sortedKeys(header).getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + 7) / 8 * 8;
    byte[] text = Arrays.copyOf(json, padded);
    Arrays.fill(text, json.length, padded, (byte) ' ');
    var out = new ByteArrayOutputStream();
    out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(padded).array());
    out.writeBytes(text);
    tensors.values().forEach(tensor -> out.writeBytes(tensor.bytes()));
    return out.toByteArray();
  }

  /// JSON whose inner keys are in order too, so that the same numbers give the same file.
  private static String sortedKeys(Map<String, Object> header) {
    Map<String, Object> sorted = new LinkedHashMap<>();
    header.forEach((key, value) -> sorted.put(key, new TreeMap<>((Map<?, ?>) value)));
    return Json.line(sorted);
  }

  /// Reads a file; a [RunException] says what is wrong with it, and nothing is kept of a wrong one.
  static SafeTensors read(Path file) {
    try {
      long size = Files.size(file);
      if (size > LARGEST_FILE) {
        throw new RunException(
            "%s: %,d bytes are more than a checkpoint has".formatted(file, size));
      }
      return parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new RunException("cannot read " + file + ": " + e.getMessage());
    } catch (IllegalArgumentException | JacksonException e) {
      throw new RunException(file + " is not a sound safetensors file: " + e.getMessage());
    }
  }

  private static SafeTensors parse(byte[] bytes) {
    require(bytes.length >= 8, "it ends within the header's length");
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = in.getLong();
    require(
        length >= 2 && length <= LARGEST_HEADER && length <= bytes.length - 8,
        "the header's length is " + length);
    JsonNode header =
        Json.MAPPER.readTree(new String(bytes, 8, (int) length, StandardCharsets.UTF_8));
    require(header.isObject(), "the header is not an object");
    int start = 8 + (int) length;
    SortedMap<String, TensorBytes> tensors = new TreeMap<>();
    SortedMap<String, String> metadata = new TreeMap<>();
    List<long[]> spans = new ArrayList<>();
    for (var entry : header.properties()) {
      if (entry.getKey().equals("__metadata__")) {
        require(entry.getValue().isObject(), "the metadata are not an object");
        for (var text : entry.getValue().properties()) {
          require(text.getValue().isString(), "the metadata '" + text.getKey() + "' is not text");
          metadata.put(text.getKey(), text.getValue().asString());
        }
      } else {
        tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), bytes, start, spans));
      }
    }
    requireGapless(spans, bytes.length - start);
    return new SafeTensors(tensors, metadata);
  }

  private static TensorBytes tensor(
      String name, JsonNode node, byte[] bytes, int start, List<long[]> spans) {
    String dtype = node.path("dtype").isString() ? node.path("dtype").asString() : "";
    Integer width = WIDTHS.get(dtype);
    require(width != null, "'" + name + "' has the dtype '" + dtype + "'");
    long[] shape = numbers(name, node.path("shape"));
    long[] span = numbers(name, node.path("data_offsets"));
    require(span.length == 2, "'" + name + "' has " + span.length + " data_offsets");
    long room = (long) bytes.length - start;
    require(
        span[0] <= span[1] && span[1] <= room, "'" + name + "' lies outside the file's numbers");
    long size = width == null ? 0 : width;
    for (long axis : shape) {
      require(axis == 0 || size <= room / axis, "'" + name + "' is larger than the file");
      size *= axis;
    }
    require(size == span[1] - span[0], "'" + name + "' has a shape that its numbers do not fill");
    spans.add(span);
    return new TensorBytes(
        dtype, shape, Arrays.copyOfRange(bytes, start + (int) span[0], start + (int) span[1]));
  }

  private static long[] numbers(String name, JsonNode list) {
    require(list.isArray(), "'" + name + "' lacks a list");
    long[] numbers = new long[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode item = list.get(i);
      require(
          item != null && item.isIntegralNumber() && item.canConvertToLong() && item.asLong() >= 0,
          "'" + name + "' has a bad number in a list");
      numbers[i] = item == null ? 0 : item.asLong();
    }
    return numbers;
  }

  private static void requireGapless(List<long[]> spans, long room) {
    spans.sort((a, b) -> Arrays.compare(a, b));
    long at = 0;
    for (long[] span : spans) {
      require(span[0] == at, "its numbers overlap or leave gaps");
      at = span[1];
    }
    require(at == room, "it is cut off, or has numbers that belong to nothing");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
