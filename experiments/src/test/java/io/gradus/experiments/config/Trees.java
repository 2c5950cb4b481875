package io.gradus.experiments.config;

import io.gradus.experiments.config.Composer.Assignment;
import io.gradus.experiments.config.ConfigNode.Mapping;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Trees from a few lines of YAML, and back.
final class Trees {
  private Trees() {}

  /// The tree of a text, as it stands.
  static ConfigNode read(String text) {
    var problems = new Problems();
    ConfigNode node = YamlReader.read(source(text), text, problems);
    problems.throwIfAny();
    return node;
  }

  /// What is wrong with a text, each as `line:column path: what`.
  static List<String> wrong(String text) {
    var problems = new Problems();
    try {
      YamlReader.read(source(text), text, problems);
    } catch (ConfigException e) {
      return inWords(e.problems());
    }
    return inWords(problems.inOrder());
  }

  static List<String> inWords(List<Problem> problems) {
    return problems.stream()
        .map(problem ->
            "%d:%d %s: %s"
                .formatted(
                    problem.mark().line(), problem.mark().column(), problem.path(), problem.what()))
        .toList();
  }

  /// A file whose siblings are these texts by name, changed by these `--set`s, as YAML.
  static String composed(String text, Map<String, String> siblings, String... sets) {
    var problems = new Problems();
    Mapping tree = compose(text, siblings, problems, sets);
    problems.throwIfAny();
    return ConfigText.of(tree);
  }

  static Mapping compose(
      String text, Map<String, String> siblings, Problems problems, String... sets) {
    List<Assignment> assignments =
        Arrays.stream(sets).map(set -> new Assignment("--set", set)).toList();
    return Composer.compose(new Page("file.yaml", text, siblings), assignments, problems);
  }

  static Source source(String text) {
    return Source.of("file.yaml", text, Path.of("/"));
  }

  private record Page(String title, String text, Map<String, String> others) implements Document {
    @Override
    public Source source() {
      return Source.of(title, text, Path.of("/"));
    }

    @Override
    public Optional<Document> sibling(String reference) {
      return Optional.ofNullable(others.get(reference))
          .map(other -> new Page(reference, other, others));
    }
  }
}
