package io.gradus.experiments.run;

import static io.gradus.experiments.run.TensorHeader.require;
import static io.gradus.experiments.run.TensorHeader.shown;

import io.gradus.experiments.run.TensorFile.Place;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON of a safetensors header as a stream, so that a hostile one takes no more memory
/// than its own length asks for.
///
/// What is wrong is an [IllegalArgumentException] or Jackson's own.
final class TensorHeaderReader {
  private static final String METADATA = "__metadata__";
  private static final int MOST_AXES = 32;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(TensorFile.LARGEST_HEADER).build())
          .build();

  private final JsonParser parser;
  private final SortedMap<String, Place> places = new TreeMap<>();
  private final SortedMap<String, String> metadata = new TreeMap<>();
  private boolean described;

  private TensorHeaderReader(JsonParser parser) {
    this.parser = parser;
  }

  static TensorHeader read(String json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      return new TensorHeaderReader(parser).header();
    }
  }

  private TensorHeader header() {
    require(parser.nextToken() == JsonToken.START_OBJECT, "the header is no object");
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(METADATA)) {
        require(!described, "the header has two %s", METADATA);
        described = true;
        metadata();
      } else {
        require(places.put(name, place(name)) == null, "two tensors are named '%s'", shown(name));
      }
    }
    require(parser.nextToken() == null, "the header goes on behind its object");
    return new TensorHeader(places, metadata);
  }

  private void metadata() {
    require(parser.currentToken() == JsonToken.START_OBJECT, "%s is no object", METADATA);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      require(
          parser.nextToken() == JsonToken.VALUE_STRING,
          "'%s' in %s is no text",
          shown(name),
          METADATA);
      String earlier = metadata.put(name, parser.getString());
      require(earlier == null, "'%s' is twice in %s", shown(name), METADATA);
    }
  }

  private Place place(String name) {
    String tensor = shown(name);
    require(parser.currentToken() == JsonToken.START_OBJECT, "'%s' is no object", tensor);
    Optional<String> dtype = Optional.empty();
    Optional<long[]> shape = Optional.empty();
    Optional<long[]> offsets = Optional.empty();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      switch (key) {
        case "dtype" -> {
          require(dtype.isEmpty(), "'%s' has two of dtype", tensor);
          dtype = Optional.of(dtype(tensor));
        }
        case "shape" -> {
          require(shape.isEmpty(), "'%s' has two of shape", tensor);
          shape = Optional.of(numbers(tensor, key));
        }
        case "data_offsets" -> {
          require(offsets.isEmpty(), "'%s' has two of data_offsets", tensor);
          offsets = Optional.of(numbers(tensor, key));
        }
        default ->
            require(
                false,
                "'%s' has an unknown '%s'; there are dtype, shape and data_offsets",
                tensor,
                shown(key));
      }
    }
    require(dtype.isPresent(), "'%s' has no dtype", tensor);
    require(shape.isPresent(), "'%s' has no shape", tensor);
    require(offsets.isPresent(), "'%s' has no data_offsets", tensor);
    long[] span = offsets.orElseThrow();
    require(
        span.length == 2,
        "'%s' has %d data_offsets; there are two, a begin and an end",
        tensor,
        span.length);
    return new Place(dtype.orElseThrow(), shape.orElseThrow(), span[0], span[1]);
  }

  private String dtype(String tensor) {
    require(
        parser.currentToken() == JsonToken.VALUE_STRING, "the dtype of '%s' is no text", tensor);
    String dtype = parser.getString();
    require(
        TensorBytes.WIDTHS.containsKey(dtype),
        "'%s' has the dtype '%s'; there are %s",
        tensor,
        shown(dtype),
        String.join(", ", TensorBytes.WIDTHS.keySet()));
    return dtype;
  }

  /// A list of numbers from 0 on.
  private long[] numbers(String tensor, String key) {
    require(
        parser.currentToken() == JsonToken.START_ARRAY, "the %s of '%s' is no list", key, tensor);
    long[] numbers = new long[MOST_AXES];
    int count = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(count < MOST_AXES, "the %s of '%s' has more than %d numbers", key, tensor, MOST_AXES);
      String text = parser.currentToken().isScalarValue() ? parser.getString() : "";
      require(
          parser.currentToken() == JsonToken.VALUE_NUMBER_INT && text.matches("\\d{1,18}"),
          "'%s' has '%s' in its %s, which is no number from 0 to 10^18",
          tensor,
          shown(text),
          key);
      numbers[count++] = Long.parseLong(text);
    }
    return Arrays.copyOf(numbers, count);
  }
}
