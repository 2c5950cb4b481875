package io.gradus.experiments.config;

import java.util.LinkedHashMap;
import java.util.Map;

/// A tree without its places, as other programs know data: maps, lists, numbers, texts.
final class PlainData {
  private PlainData() {}

  /// What a node holds; a text that is empty where it holds nothing.
  static Object of(ConfigNode node) {
    return switch (node) {
      case ConfigNode.Scalar(_, var shape, var text) ->
          switch (shape) {
            case NUMBER -> number(text);
            case TRUTH -> Boolean.valueOf(text);
            case TEXT, NOTHING, BROKEN -> text;
          };
      case ConfigNode.Sequence(_, var items) -> items.stream().map(PlainData::of).toList();
      case ConfigNode.Mapping(_, var entries) -> {
        Map<String, Object> all = new LinkedHashMap<>();
        entries.forEach((key, entry) -> all.put(key, of(entry.value())));
        yield all;
      }
    };
  }

  private static Object number(String text) {
    return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : Double.valueOf(text);
  }
}
