package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts an experiment together: what it extends, the file itself, the `--set`s, then the
/// references.
///
/// Blocks merge key by key, lists are replaced, and a block whose `type` changes is replaced as a
/// whole, since the settings of two types do not mix. Nothing behind a key takes out what was
/// there.
public final class Composer {
  static final String EXTENDS = "extends";

  private Composer() {}

  /// A setting from the command line.
  ///
  /// @param option the option as the person wrote it, such as `--set`
  /// @param text `path=value`, the value in YAML; nothing behind `=` takes the setting out
  public record Assignment(String option, String text) {}

  /// The whole tree of an experiment. What is wrong is noted; a [ConfigException] where nothing can
  /// be made of the file.
  public static Mapping compose(
      Document document, List<Assignment> assignments, Problems problems) {
    ConfigNode tree = extended(document, List.of(), problems);
    for (Assignment assignment : assignments) {
      try {
        tree = applied(assignment, tree, problems);
      } catch (ConfigException e) {
        e.problems().forEach(problems::add);
      }
    }
    return (Mapping) References.resolved(tree, problems);
  }

  private static Mapping extended(Document document, List<String> chain, Problems problems) {
    ConfigNode node = YamlReader.read(document.source(), document.text(), problems);
    if (!(node instanceof Mapping file)) {
      if (node.is(Scalar.Shape.BROKEN)) {
        problems.throwIfAny();
      }
      String what = "an experiment is a block of keys, not " + node.inWords();
      throw problems.and(new Problem(node.mark(), "", what, "such as name: my-first"));
    }
    Optional<ConfigNode> parent = file.get(EXTENDS);
    if (parent.isEmpty()) {
      return file;
    }
    ConfigNode reference = parent.get();
    if (!(reference instanceof Scalar scalar && scalar.is(Scalar.Shape.TEXT))) {
      String what = "expected a file name, got " + reference.inWords();
      throw problems.and(new Problem(reference.mark(), EXTENDS, what, ""));
    }
    Document base =
        document
            .sibling(scalar.text())
            .orElseThrow(() ->
                problems.and(
                    new Problem(
                        reference.mark(),
                        EXTENDS,
                        "there is no file '" + Problem.shortened(scalar.text()) + "'",
                        "it is looked for beside " + document.source().title())));
    List<String> longer = new ArrayList<>(chain);
    longer.add(document.source().title());
    String title = base.source().title();
    if (longer.contains(title)) {
      String circle = String.join(" -> ", longer.subList(longer.indexOf(title), longer.size()));
      String what = "a circle: " + circle + " -> " + title;
      throw problems.and(new Problem(reference.mark(), EXTENDS, what, ""));
    }
    return (Mapping) merged(extended(base, longer, problems), file.without(EXTENDS));
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
      String key = entry.getKey();
      Mapping.Entry own = entry.getValue();
      Optional<ConfigNode> earlier = all.get(key);
      boolean takenOut = own.value().is(Scalar.Shape.NOTHING) && earlier.isPresent();
      ConfigNode value = earlier.map(node -> merged(node, own.value())).orElse(own.value());
      all = takenOut ? all.without(key) : all.with(key, new Mapping.Entry(own.key(), value));
    }
    return all;
  }

  private static ConfigNode applied(Assignment assignment, ConfigNode tree, Problems problems) {
    String text = assignment.text().strip();
    Source source = Source.option(assignment.option(), text);
    int equals = text.indexOf('=');
    Optional<ConfigPath> path =
        equals < 0 ? Optional.empty() : ConfigPath.parse(text.substring(0, equals).strip());
    if (path.isEmpty()) {
      throw new ConfigException(
          new Mark(source, 1, 1), "", "expected PATH=VALUE", "such as train.steps=100");
    }
    String value = text.substring(equals + 1);
    ConfigNode node =
        value.isBlank()
            ? new Scalar(new Mark(source, 1, equals + 2), Scalar.Shape.NOTHING, "")
            : YamlReader.read(source, " ".repeat(equals + 1) + value, problems);
    if (typeChanges(path.get(), tree, node)) {
      Mark key = new Mark(source, 1, 1);
      var block = new Mapping(key, Map.of("type", new Mapping.Entry(key, node)));
      return path.get().parent().set(tree, block);
    }
    return path.get().set(tree, node);
  }

  /// Whether a `--set BLOCK.type=NAME` names another type than the block has.
  private static boolean typeChanges(ConfigPath path, ConfigNode tree, ConfigNode type) {
    return path.steps().size() > 1
        && type.is(Scalar.Shape.TEXT)
        && path.steps().getLast().equals("type")
        && path.in(tree)
            .filter(old -> old instanceof Scalar a && !a.text().equals(((Scalar) type).text()))
            .isPresent();
  }
}
