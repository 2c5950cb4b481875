package io.gradus.cli;

import io.gradus.data.Corpora;
import io.gradus.data.DataException;
import io.gradus.data.Library;
import io.gradus.experiments.BuiltIns;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.plugin.Plugins;
import io.gradus.experiments.run.Code;
import io.gradus.kernels.KernelChoiceException;
import io.gradus.tensor.Compute;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `gradus doctor`.
@Command(
    name = "doctor",
    description = "Print the JDK, the data and the catalogs, and what is wrong with them.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  /// The first JDK without the garbage collector's bug JDK-8377811.
  private static final Runtime.Version OLDEST = Runtime.Version.parse("25.0.3");

  private final Console console;
  private final Surroundings surroundings;
  private final Provider<Plugins> plugins;
  private final List<String> wrong = new ArrayList<>();

  @Mixin private DataOptions data = new DataOptions();

  @Inject
  DoctorCommand(Console console, Surroundings surroundings, Provider<Plugins> plugins) {
    this.console = console;
    this.surroundings = surroundings;
    this.plugins = plugins;
  }

  @Override
  public Integer call() {
    line("gradus", Code.version());
    line("JDK", System.getProperty("java.vendor") + " " + Runtime.version());
    line("", System.getProperty("java.home"));
    if (Runtime.version().compareToIgnoreOptional(OLDEST) < 0) {
      wrong.add("this JDK is older than " + OLDEST + "; install a newer one");
    }
    line("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    line("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    line("memory", "%,d MiB at most".formatted(Runtime.getRuntime().maxMemory() >> 20));
    kernels();
    data();
    building();
    if (wrong.isEmpty()) {
      console.out().println("\nNothing is wrong.");
      return 0;
    }
    console.out().println("\nWhat is wrong:");
    wrong.forEach(each -> console.out().println("  " + each.replace("\n", "\n  ")));
    return Failures.FAILED;
  }

  private void kernels() {
    try {
      line("kernels", Compute.standard().toString());
    } catch (KernelChoiceException e) {
      line("kernels", "none");
      wrong.add(e.getMessage());
    }
  }

  private void data() {
    Library library = surroundings.library(data.dataDir());
    data.dataDir().ifPresent(folder -> requireFolder("--data-dir", folder));
    surroundings.data().ifPresent(folder -> requireFolder("$GRADUS_DATA", folder));
    line("downloads", surroundings.cache().map(Path::toString).orElse("nowhere to keep them"));
    for (Corpora.Corpus corpus : Corpora.all()) {
      line("corpus", corpus.name() + ": " + state(corpus, library));
    }
  }

  private String state(Corpora.Corpus corpus, Library library) {
    Optional<Path> file = library.find(corpus);
    if (corpus.address().isPresent() && file.isEmpty()) {
      return "not here; it will be downloaded when an experiment needs it";
    }
    try {
      return library.corpus(corpus.name()).origin();
    } catch (DataException e) {
      wrong.add(e.getMessage());
      return "wrong";
    }
  }

  private void requireFolder(String title, Path folder) {
    if (!Files.isDirectory(folder)) {
      wrong.add(title + ": there is no folder " + folder);
    }
  }

  private void building() {
    plugins.get().loaded().forEach(plugin -> line("plugin", plugin.title()));
    plugins.get().refused().forEach(refusal -> wrong.add(refusal.toString()));
    Registry registry = plugins.get().registry();
    SortedMap<String, SortedSet<String>> names = new TreeMap<>();
    for (String kind : registry.kinds()) {
      registry
          .blocks(kind)
          .forEach(
              (name, block) -> names.computeIfAbsent(block.jar(), _ -> new TreeSet<>()).add(name));
    }
    names.forEach((jar, each) -> line("catalog", jar + ": " + String.join(", ", each)));
    line("experiments", String.join(", ", BuiltIns.names()));
  }

  private void line(String title, String text) {
    console.out().println("%-12s %s".formatted(title, text));
  }
}
