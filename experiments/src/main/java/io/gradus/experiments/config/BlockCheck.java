package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.RecordShape.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What experiment files need of a building block, looked at before one uses it. What is wrong is
/// said in phrases.
public final class BlockCheck {
  private BlockCheck() {}

  /// Whether one line says what a block is, and one what each of its settings is.
  public static List<String> docs(Class<? extends Record> record) {
    RecordShape shape = RecordShape.of(record);
    List<String> wrong = new ArrayList<>();
    look("it", shape.doc(), wrong);
    shape.settings().forEach(each -> look("'" + each.name() + "'", each.doc(), wrong));
    return wrong;
  }

  private static void look(String what, String doc, List<String> wrong) {
    if (doc.isBlank()) {
      wrong.add("no @Doc says what %s is".formatted(what));
    } else if (doc.endsWith(".") || doc.contains("\n")) {
      wrong.add("the @Doc of %s is not one line without a full stop: %s".formatted(what, doc));
    }
  }

  /// Whether the defaults fit: the block is bound with nothing written. Settings that a file must
  /// give are missing then, and nothing else may be wrong.
  public static List<String> defaults(Class<? extends Record> record, Registry registry) {
    var problems = new Problems();
    Mark nowhere = new Mark(Source.option("defaults", ""), 1, 1);
    new Binder(registry, problems).record(new Mapping(nowhere, Map.of()), record, "", "");
    List<String> required =
        RecordShape.of(record).settings().stream()
            .filter(Setting::required)
            .map(Setting::name)
            .toList();
    return problems.inOrder().stream()
        .filter(problem -> !required.contains(problem.path()))
        .map(problem ->
            problem.path().isEmpty()
                ? "its defaults do not fit: " + problem.what()
                : "the default of '%s': %s".formatted(problem.path(), problem.what()))
        .toList();
  }
}
