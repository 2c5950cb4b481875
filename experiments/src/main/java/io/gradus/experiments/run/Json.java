package io.gradus.experiments.run;

import com.fasterxml.jackson.annotation.JsonValue;
import io.gradus.graph.Content;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Plain data as JSON.
public final class Json {
  /// Writes doubles as their shortest digits that read back as the same bits, and reads strictly.
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addMixIn(Content.One.class, PlainNumber.class)
          .build();

  private Json() {}

  /// A number of a graph is written as that number, not as an object that holds it.
  private interface PlainNumber {
    @JsonValue
    double value();
  }

  /// A record, a map or a list as indented JSON.
  public static String pretty(Object value) {
    return MAPPER.writeValueAsString(value) + "\n";
  }

  /// The same on one line.
  public static String line(Object value) {
    return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }
}
