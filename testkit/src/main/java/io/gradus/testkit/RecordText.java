package io.gradus.testkit;

import io.gradus.experiments.config.RecordShape;
import io.gradus.experiments.config.Registry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a record as YAML, in the names of a registry.
record RecordText(Registry registry) {
  /// A line for each setting, each value in one line.
  String of(Record record) {
    return settings(record).stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private List<String> settings(Record record) {
    List<String> lines = new ArrayList<>();
    Registry.kindOf(record.getClass()).ifPresent(kind -> lines.add("type: " + type(kind, record)));
    RecordComponent[] components = record.getClass().getRecordComponents();
    List<String> names = RecordShape.of(record.getClass()).names();
    for (int i = 0; i < components.length; i++) {
      String name = names.get(i);
      given(read(record, components[i]))
          .ifPresent(value -> lines.add("%s: %s".formatted(name, value(value))));
    }
    return lines;
  }

  private static Optional<?> given(Object value) {
    return value instanceof Optional<?> perhaps ? perhaps : Optional.of(value);
  }

  private String type(String kind, Record record) {
    return registry.blocks(kind).values().stream()
        .filter(block -> block.record() == record.getClass())
        .map(Registry.Block::name)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "%s is in no catalog that the ServiceLoader finds, so that no file can name it"
                    .formatted(record.getClass().getName())));
  }

  private String value(Object value) {
    return switch (value) {
      case Record record -> settings(record).stream().collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> "%s: %s".formatted(quoted(entry.getKey()), value(entry.getValue())))
              .collect(Collectors.joining(", ", "{", "}"));
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> quoted(value);
    };
  }

  private static String quoted(Object text) {
    return "'" + text.toString().replace("'", "''") + "'";
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(
          "cannot read %s of %s: it must be a public record in an exported package"
              .formatted(component.getName(), record.getClass().getName()),
          e);
    }
  }
}
