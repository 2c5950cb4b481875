package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds the keys of a block that its record does not have, and what they seem to mean.
///
/// @param path where the block stands
/// @param in what a person calls the block, such as ` in the optimizer 'adam'`, or empty
record UnknownKeys(Mapping mapping, RecordShape shape, String path, String in) {
  /// Notes each; the settings that they seem to mean, which are then not missing too.
  Set<String> report(Problems problems) {
    Set<String> free = new TreeSet<>(shape.names());
    free.removeAll(mapping.entries().keySet());
    Set<String> meant = new TreeSet<>();
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (!isKnown(key)) {
            Optional<String> near = Nearest.to(key, free).or(() -> Nearest.to(key, shape.names()));
            // all that are known are listed once a block
            String hint =
                meant.isEmpty()
                    ? Nearest.hint(near, shape.names())
                    : near.map("did you mean '%s'?"::formatted).orElse("");
            meant.add(near.orElse(""));
            String place = ConfigPath.join(path, key);
            problems.report(entry.key(), place, "no such setting" + in, hint);
          }
        });
    return meant;
  }

  private boolean isKnown(String key) {
    boolean typed = key.equals("type") && Registry.kindOf(shape.record()).isPresent();
    return typed || shape.names().contains(key);
  }
}
