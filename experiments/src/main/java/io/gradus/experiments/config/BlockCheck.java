package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.RecordShape.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What experiment files need of a building block, looked at before one uses it.
public final class BlockCheck {
  private BlockCheck() {}

  /// What is wrong with a block: no line about it or about a setting, or a default that its own
  /// rules refuse. Each is a phrase.
  public static List<String> of(Registry.Block block, Registry registry) {
    RecordShape shape = RecordShape.of(block.record());
    List<String> wrong = new ArrayList<>();
    if (shape.doc().isBlank()) {
      wrong.add("no @Doc says what it is");
    }
    shape.settings().stream()
        .filter(setting -> setting.doc().isBlank())
        .forEach(setting -> wrong.add("no @Doc says what '%s' is".formatted(setting.name())));
    wrong.addAll(defaults(block, shape, registry));
    return wrong;
  }

  /// Binds the block with nothing written. Settings that a file must give are missing then, and
  /// nothing else may be wrong.
  private static List<String> defaults(Registry.Block block, RecordShape shape, Registry registry) {
    var problems = new Problems();
    Mark nowhere = new Mark(Source.option("defaults", ""), 1, 1);
    new Binder(registry, problems).record(new Mapping(nowhere, Map.of()), block.record(), "", "");
    List<String> required =
        shape.settings().stream().filter(Setting::required).map(Setting::name).toList();
    return problems.inOrder().stream()
        .filter(problem -> !required.contains(problem.path()))
        .map(problem ->
            problem.path().isEmpty()
                ? "its defaults do not fit: " + problem.what()
                : "the default of '%s': %s".formatted(problem.path(), problem.what()))
        .toList();
  }
}
