package io.gradus.experiments;

import io.gradus.experiments.config.Binder;
import io.gradus.experiments.config.Composer;
import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigText;
import io.gradus.experiments.config.Document;
import io.gradus.experiments.config.Nearest;
import io.gradus.experiments.config.Problems;
import io.gradus.experiments.config.Registry;
import io.gradus.nn.CountedSpec;
import io.gradus.nn.TracedSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds experiments by name or file and binds them.
public final class ExperimentLoader {
  private final Registry registry;

  public ExperimentLoader(Registry registry) {
    this.registry = registry;
  }

  /// The experiment of this name or file, with these settings changed.
  ///
  /// Throws a [io.gradus.experiments.config.ConfigException] with everything that is wrong with it,
  /// and an [UnknownExperimentException] where there is none.
  public Loaded load(String nameOrFile, List<Composer.Assignment> assignments) {
    Document document = find(nameOrFile);
    var problems = new Problems();
    Mapping tree = Composer.compose(document, assignments, problems);
    Binder.Bound bound = bind(tree, new Binder(registry, problems));
    problems.throwIfAny();
    Mapping node = (Mapping) bound.node();
    return new Loaded(
        document.source().title(),
        (Experiment) bound.value().orElseThrow(),
        node,
        ConfigText.of(node));
  }

  /// The file names of the jars that building blocks come from.
  public Set<String> jars() {
    return registry.kinds().stream()
        .flatMap(kind -> registry.blocks(kind).values().stream())
        .map(Registry.Block::jar)
        .collect(Collectors.toSet());
  }

  /// What an experiment file calls a thing of a kind, such as a layer; its class where that has no
  /// name.
  public String nameOf(String kind, Object thing) {
    Class<?> made = thing.getClass();
    return registry.nameOf(kind, made).orElseGet(made::getSimpleName);
  }

  private static Document find(String nameOrFile) {
    boolean file = nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml");
    if (file && Files.isRegularFile(Path.of(nameOrFile))) {
      return Document.file(Path.of(nameOrFile), BuiltIns::find);
    }
    return (file ? Optional.<Document>empty() : BuiltIns.find(nameOrFile))
        .orElseThrow(() -> new UnknownExperimentException(unknown(nameOrFile, file)));
  }

  private static String unknown(String nameOrFile, boolean file) {
    if (file) {
      String name = nameOrFile.replaceFirst("\\.ya?ml$", "");
      return BuiltIns.find(name).isPresent()
          ? "there is no file %s; the built-in experiment is %s".formatted(nameOrFile, name)
          : "there is no file " + nameOrFile;
    }
    return "there is no experiment '%s'; %s%nA file of your own ends in .yaml"
        .formatted(nameOrFile, Nearest.hint(nameOrFile, BuiltIns.names()));
  }

  /// The model's type decides what an experiment holds; where nothing is known by that name, it is
  /// meant to be what fits best.
  private Binder.Bound bind(Mapping tree, Binder binder) {
    Optional<Registry.Block> model =
        tree.get("model")
            .filter(Mapping.class::isInstance)
            .flatMap(node -> ((Mapping) node).type())
            .flatMap(type -> Optional.ofNullable(registry.blocks("model").get(type)));
    return model
        .map(block ->
            binder.record(
                tree,
                kindOf(block.record()),
                "",
                "an experiment with the model '%s'".formatted(block.name())))
        .orElseGet(() -> binder.likeliest(tree, Experiment.class, "", _ -> "an experiment"));
  }

  private static Class<? extends Experiment> kindOf(Class<?> model) {
    if (TracedSpec.class.isAssignableFrom(model)) {
      return Experiment.Traced.class;
    }
    return CountedSpec.class.isAssignableFrom(model)
        ? Experiment.Counted.class
        : Experiment.Trained.class;
  }
}
