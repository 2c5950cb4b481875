package io.gradus.experiments;

import io.gradus.experiments.config.Binder;
import io.gradus.experiments.config.Composer;
import io.gradus.experiments.config.ConfigException;
import io.gradus.experiments.config.ConfigNode;
import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigText;
import io.gradus.experiments.config.Document;
import io.gradus.experiments.config.Nearest;
import io.gradus.experiments.config.Registry;
import io.gradus.nn.CountedSpec;
import io.gradus.nn.TracedSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds experiments by name or file and binds them.
public final class ExperimentLoader {
  private final Registry registry;

  public ExperimentLoader(Registry registry) {
    this.registry = registry;
  }

  /// The experiment of this name or file, with these settings changed.
  ///
  /// Throws a [ConfigException] with everything that is wrong with it, and an
  /// [UnknownExperimentException] where there is none.
  public Loaded load(String nameOrFile, List<Composer.Assignment> assignments) {
    Document document = find(nameOrFile);
    Mapping tree = Composer.compose(document, assignments);
    return bind(document.source().title(), tree);
  }

  private static Document find(String nameOrFile) {
    boolean file = nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml");
    if (file && Files.isRegularFile(Path.of(nameOrFile))) {
      return Document.file(Path.of(nameOrFile));
    }
    return (file ? Optional.<Document>empty() : BuiltIns.find(nameOrFile))
        .orElseThrow(() -> new UnknownExperimentException(unknown(nameOrFile, file)));
  }

  private static String unknown(String nameOrFile, boolean file) {
    if (file) {
      return "there is no file " + nameOrFile;
    }
    return "there is no experiment '%s'; %s%nA file of your own ends in .yaml"
        .formatted(nameOrFile, Nearest.hint(nameOrFile, BuiltIns.names()));
  }

  private Loaded bind(String title, Mapping tree) {
    Class<? extends Experiment> kind = kindOf(tree);
    String word = kind.getSimpleName().toLowerCase(Locale.ROOT);
    var binder = new Binder(registry);
    Binder.Bound bound = binder.record(tree, kind, "", "a " + word + " experiment");
    if (!binder.problems().isEmpty()) {
      throw new ConfigException(binder.problems());
    }
    ConfigNode node = bound.node();
    return new Loaded(
        title,
        (Experiment) bound.value().orElseThrow(),
        node,
        ConfigText.of(node),
        ConfigText.withOrigins(node));
  }

  /// What the model's kind makes of an experiment; where the model is unknown, the binder will say
  /// so, and a trained one is the likeliest.
  private Class<? extends Experiment> kindOf(Mapping tree) {
    Optional<Class<? extends Record>> model =
        tree.get("model")
            .filter(Mapping.class::isInstance)
            .flatMap(node -> ((Mapping) node).type())
            .flatMap(type -> Optional.ofNullable(registry.blocks("model").get(type)))
            .map(Registry.Block::record);
    if (model.filter(TracedSpec.class::isAssignableFrom).isPresent()) {
      return Experiment.Traced.class;
    }
    return model.filter(CountedSpec.class::isAssignableFrom).isPresent()
        ? Experiment.Counted.class
        : Experiment.Trained.class;
  }
}
