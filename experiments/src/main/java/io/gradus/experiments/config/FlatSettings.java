package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigNode.Scalar;
import io.gradus.experiments.config.ConfigNode.Sequence;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Every setting of an experiment file by its path, `optimizer.lr: 0.05`, as it stands there: no
/// plugin is needed to read it.
public final class FlatSettings {
  private FlatSettings() {}

  /// The settings in the order of the file; a [ConfigException] where it is no YAML.
  public static SequencedMap<String, String> of(Path file) {
    Document document = Document.file(file, _ -> Optional.empty());
    var problems = new Problems();
    ConfigNode root = YamlReader.read(document.source(), document.text(), problems);
    problems.throwIfAny();
    SequencedMap<String, String> settings = new LinkedHashMap<>();
    collect(root, "", settings);
    return settings;
  }

  private static void collect(ConfigNode node, String path, SequencedMap<String, String> out) {
    switch (node) {
      case Scalar scalar -> out.put(path, scalar.is(Scalar.Shape.NOTHING) ? "null" : scalar.text());
      case Sequence(_, var items) -> {
        for (int i = 0; i < items.size(); i++) {
          collect(items.get(i), path + "[" + i + "]", out);
        }
        if (items.isEmpty()) {
          out.put(path, "[]");
        }
      }
      case Mapping(_, var entries) -> {
        entries.forEach((key, entry) -> collect(entry.value(), ConfigPath.join(path, key), out));
        if (entries.isEmpty()) {
          out.put(path, "{}");
        }
      }
    }
  }
}
