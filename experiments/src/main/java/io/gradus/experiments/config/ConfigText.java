package io.gradus.experiments.config;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// Writes a tree as YAML, one setting a line.
public final class ConfigText {
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
          .disable(YAMLWriteFeature.SPLIT_LINES)
          .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
          .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private ConfigText() {}

  /// YAML that reads back as the same tree.
  public static String of(ConfigNode node) {
    var out = new StringWriter();
    try (JsonGenerator generator = YAML.createGenerator(ObjectWriteContext.empty(), out)) {
      write(node, generator);
    }
    return out.toString();
  }

  /// The same with the origin of each value behind it, as a comment.
  public static String withOrigins(ConfigNode node) {
    var origins = new ArrayDeque<String>();
    collectOrigins(node, origins);
    var out = new StringBuilder();
    for (String line : of(node).lines().toList()) {
      boolean block = line.endsWith(":") || line.isBlank();
      out.append(block ? line : "%-40s # %s".formatted(line, origins.remove())).append('\n');
    }
    return out.toString();
  }

  private static void collectOrigins(ConfigNode node, Deque<String> out) {
    switch (node) {
      case ConfigNode.Scalar scalar -> out.add(origin(scalar.mark()));
      case ConfigNode.Sequence(var mark, var items) -> {
        if (items.isEmpty()) {
          out.add(origin(mark));
        }
        items.forEach(item -> collectOrigins(item, out));
      }
      case ConfigNode.Mapping(var mark, var entries) -> {
        if (entries.isEmpty()) {
          out.add(origin(mark));
        }
        entries.values().forEach(entry -> collectOrigins(entry.value(), out));
      }
    }
  }

  private static String origin(Mark mark) {
    String title = mark.source().title();
    return mark.source().file() ? title + ":" + mark.line() : title;
  }

  private static void write(ConfigNode node, JsonGenerator out) {
    switch (node) {
      case ConfigNode.Scalar(_, var shape, var text) -> {
        switch (shape) {
          case TEXT -> out.writeString(text);
          case NUMBER -> out.writeNumber(text);
          case TRUTH -> out.writeBoolean(Boolean.parseBoolean(text));
          case NOTHING, BROKEN -> out.writeNull();
        }
      }
      case ConfigNode.Sequence(_, var items) -> {
        out.writeStartArray();
        items.forEach(item -> write(item, out));
        out.writeEndArray();
      }
      case ConfigNode.Mapping(_, var entries) -> {
        out.writeStartObject();
        entries.forEach((key, entry) -> {
          out.writeName(key);
          write(entry.value(), out);
        });
        out.writeEndObject();
      }
    }
  }
}
