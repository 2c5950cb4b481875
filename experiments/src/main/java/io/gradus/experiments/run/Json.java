package io.gradus.experiments.run;

import com.fasterxml.jackson.annotation.JsonValue;
import io.gradus.graph.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
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

  /// Reads a record from a file in which none of its components may be missing; a [RunException]
  /// says what is wrong.
  static <T> T read(Path file, Class<T> type) {
    try {
      return MAPPER
          .readerFor(type)
          .with(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .readValue(Files.readString(file));
    } catch (IOException e) {
      throw new RunException("cannot read " + file + ": " + e.getMessage());
    } catch (JacksonException e) {
      throw new RunException("cannot read " + file + ": " + reason(e));
    }
  }

  /// What Jackson says, in the words of a person who does not write programs.
  private static String reason(JacksonException e) {
    return e.getOriginalMessage()
        .lines()
        .findFirst()
        .orElse("it is no JSON")
        .replaceFirst("^(?:Missing|Null value for) creator property '([^']*)'.*", "it has no '$1'");
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
