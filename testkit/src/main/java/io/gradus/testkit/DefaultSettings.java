package io.gradus.testkit;

import io.gradus.experiments.config.Binder;
import io.gradus.experiments.config.ConfigException;
import io.gradus.experiments.config.ConfigNode;
import io.gradus.experiments.config.Mark;
import io.gradus.experiments.config.Problems;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.config.Source;
import java.nio.file.Path;
import java.util.Map;

/// A record of which a file says nothing: every default is read and fits its setting.
final class DefaultSettings {
  private static final String MISSING = "this is missing";

  private DefaultSettings() {}

  /// That nothing is wrong with an empty block but what must be given.
  static void require(Registry registry, String name, Class<? extends Record> record) {
    var problems = new Problems();
    var empty = new ConfigNode.Mapping(new Mark(Source.of(name, "", Path.of("")), 1, 1), Map.of());
    Binder.Bound _ = new Binder(registry, problems).record(empty, record, "", "");
    try {
      problems.throwIfAny();
    } catch (ConfigException e) {
      e.problems().stream()
          .filter(problem -> !problem.what().startsWith(MISSING))
          .findFirst()
          .ifPresent(problem -> {
            throw new AssertionError(
                "the defaults of '%s' are refused: %s %s"
                    .formatted(name, problem.path(), problem.what()),
                e);
          });
    }
  }
}
