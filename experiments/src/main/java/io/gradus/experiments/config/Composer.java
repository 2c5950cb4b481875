package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigNode.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts an experiment together: what it extends, the file itself, the `--set`s, then the
/// references.
///
/// Blocks merge key by key, lists are replaced, and a block whose `type` changes is replaced as a
/// whole, since the settings of two types do not mix.
public final class Composer {
  private Composer() {}

  /// A setting from the command line.
  ///
  /// @param option the option as the person wrote it, such as `--set`
  /// @param text `path=value`, the value in YAML; nothing behind `=` takes the setting out
  public record Assignment(String option, String text) {}

  /// The whole tree of an experiment.
  public static Mapping compose(Document document, List<Assignment> assignments) {
    ConfigNode tree = extended(document, List.of());
    for (Assignment assignment : assignments) {
      tree = applied(assignment, tree);
    }
    return (Mapping) References.resolved(tree);
  }

  private static Mapping extended(Document document, List<String> chain) {
    ConfigNode node = YamlReader.read(document.source(), document.text());
    if (!(node instanceof Mapping file)) {
      throw new ConfigException(
          node.mark(), "", "an experiment is a block of keys, not " + node.inWords(), "");
    }
    Optional<ConfigNode> parent = file.get("extends");
    if (parent.isEmpty()) {
      return file;
    }
    ConfigNode reference = parent.get();
    if (!(reference instanceof Scalar(_, var shape, var name) && shape == Scalar.Shape.TEXT)) {
      throw new ConfigException(
          reference.mark(), "extends", "expected a file name, got " + reference.inWords(), "");
    }
    List<String> longer = new ArrayList<>(chain);
    longer.add(document.source().title());
    Document base =
        document
            .sibling(name)
            .orElseThrow(() ->
                new ConfigException(reference.mark(), "extends", "there is no file " + name, ""));
    if (longer.contains(base.source().title())) {
      longer.add(base.source().title());
      throw new ConfigException(
          reference.mark(), "extends", "a circle: " + String.join(" -> ", longer), "");
    }
    return (Mapping) merged(extended(base, longer), file.without("extends"));
  }

  private static ConfigNode merged(ConfigNode base, ConfigNode over) {
    if (!(base instanceof Mapping below && over instanceof Mapping above)) {
      return over;
    }
    if (above.type().isPresent() && !above.type().equals(below.type())) {
      return over;
    }
    Mapping all = below;
    for (var entry : above.entries().entrySet()) {
      Mapping.Entry own = entry.getValue();
      ConfigNode value =
          all.get(entry.getKey()).map(node -> merged(node, own.value())).orElse(own.value());
      all = all.with(entry.getKey(), new Mapping.Entry(own.key(), value));
    }
    return all;
  }

  private static ConfigNode applied(Assignment assignment, ConfigNode tree) {
    String text = assignment.text();
    Source source = new Source(assignment.option(), List.of(text), Optional.of(Path.of("")));
    int equals = text.indexOf('=');
    Optional<ConfigPath> path =
        equals < 0 ? Optional.empty() : ConfigPath.parse(text.substring(0, equals).strip());
    if (path.isEmpty()) {
      throw new ConfigException(
          new Mark(source, 1, 1), "", "expected path=value", "such as train.steps=100");
    }
    Mark mark = new Mark(source, 1, equals + 2);
    String value = text.substring(equals + 1);
    ConfigNode node =
        value.isBlank()
            ? new Scalar(mark, Scalar.Shape.NOTHING, "")
            : YamlReader.read(source, " ".repeat(equals + 1) + value);
    if (typeChanges(path.get(), tree, node)) {
      var block = new ConfigPath(path.get().steps().subList(0, path.get().steps().size() - 1));
      return block.set(tree, new Mapping(mark, Map.of("type", new Mapping.Entry(mark, node))));
    }
    return path.get().set(tree, node);
  }

  /// Whether a `--set BLOCK.type=NAME` names another type than the block has.
  private static boolean typeChanges(ConfigPath path, ConfigNode tree, ConfigNode type) {
    return path.steps().size() > 1
        && path.steps().getLast().equals("type")
        && path.in(tree)
            .filter(old ->
                old instanceof Scalar a && type instanceof Scalar b && !a.text().equals(b.text()))
            .isPresent();
  }
}
