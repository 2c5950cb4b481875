package io.gradus.experiments.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a safetensors file holds: eight bytes with the header's length, a JSON header, the numbers.
///
/// @param tensors by name
/// @param metadata texts by name
record SafeTensors(SortedMap<String, TensorBytes> tensors, SortedMap<String, String> metadata) {
  SafeTensors {
    tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    tensors.forEach(SafeTensors::requireFull);
  }

  private static void requireFull(String name, TensorBytes tensor) {
    long size = TensorBytes.WIDTHS.getOrDefault(tensor.dtype(), 0);
    for (long axis : tensor.shape()) {
      size = Math.multiplyExact(size, axis);
    }
    if (size != tensor.bytes().length) {
      throw new IllegalArgumentException(
          "'%s' has %d bytes, and %s takes %d"
              .formatted(name, tensor.bytes().length, tensor.inWords(), size));
    }
  }

  /// Writes the file; tensors in the order of their names, the first on an eight-byte border.
  void writeTo(OutputStream out) throws IOException {
    byte[] json = header().getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + 7) / 8 * 8;
    byte[] text = Arrays.copyOf(json, padded);
    Arrays.fill(text, json.length, padded, (byte) ' ');
    out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(padded).array());
    out.write(text);
    for (TensorBytes tensor : tensors.values()) {
      out.write(tensor.bytes());
    }
  }

  /// JSON whose keys are in order, so that the same numbers give the same file.
  private String header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("__metadata__", metadata);
    long at = 0;
    for (var entry : tensors.entrySet()) {
      TensorBytes tensor = entry.getValue();
      long end = at + tensor.bytes().length;
      Map<String, Object> place = new LinkedHashMap<>();
      place.put("data_offsets", new long[] {at, end});
      place.put("dtype", tensor.dtype());
      place.put("shape", tensor.shape());
      header.put(entry.getKey(), place);
      at = end;
    }
    return Json.line(header);
  }

  /// The file's bytes.
  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try {
      writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    }
    return out.toByteArray();
  }

  /// Reads a file; a [RunException] says what is wrong with it, and nothing is kept of a wrong one.
  static SafeTensors read(Path file) {
    try (TensorFile stored = TensorFile.open(file)) {
      SortedMap<String, TensorBytes> tensors = new TreeMap<>();
      stored.places().keySet().forEach(name -> tensors.put(name, stored.read(name)));
      return new SafeTensors(tensors, stored.metadata());
    }
  }
}
