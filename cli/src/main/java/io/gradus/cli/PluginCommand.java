package io.gradus.cli;

import static java.util.Objects.requireNonNull;

import io.gradus.experiments.config.RecordShape;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.plugin.Plugin;
import io.gradus.experiments.plugin.PluginCheck;
import io.gradus.experiments.plugin.Plugins;
import io.gradus.experiments.run.Json;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gradus plugin new|list|verify`.
@Command(
    name = "plugin",
    description = "Write, look at and check plugins: building blocks in a jar of your own.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class PluginCommand implements Runnable {
  private final Console console;
  private final Provider<Plugins> plugins;
  private final Optional<Path> checkout;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Inject
  PluginCommand(Console console, Provider<Plugins> plugins, Optional<Path> checkout) {
    this.console = console;
    this.plugins = plugins;
    this.checkout = checkout;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "new, list or verify?");
  }

  @Command(
      name = "new",
      description = {
        "Write a Maven project with a layer of your own.",
        "A test and an experiment come with it. It builds as it is,",
        "once 'mvn install' has run in the checkout of gradus."
      },
      mixinStandardHelpOptions = true)
  int create(
      @Parameters(paramLabel = "DIR", description = "A folder that is not there yet, or empty.")
          Path folder,
      @Option(
              names = "--layer",
              required = true,
              paramLabel = "NAME",
              description = "The layer's name in experiment files, such as swish.")
          String layer) {
    PluginProject project = project(layer);
    if (Files.exists(folder)) {
      requireEmpty(folder);
    }
    project.write(folder);
    String gradus = checkout.map(path -> path.resolve("gradus").toString()).orElse("gradus");
    console.out().print(project.farewell(folder, gradus, checkout));
    return 0;
  }

  private PluginProject project(String layer) {
    try {
      PluginProject project = PluginProject.of(layer);
      if (plugins.get().registry().blocks("layer").containsKey(layer)) {
        throw new IllegalArgumentException("there is a layer '%s' already".formatted(layer));
      }
      return project;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(creation(), "--layer: " + e.getMessage());
    }
  }

  private CommandLine creation() {
    return requireNonNull(spec.subcommands().get("new"));
  }

  private void requireEmpty(Path folder) {
    if (!Files.isDirectory(folder) || PluginProject.entries(folder) > 0) {
      throw new ParameterException(
          creation(), folder + " is there already, and nothing of it shall be lost");
    }
  }

  @Command(
      description = {
        "List the plugins that are there.",
        "Those of --plugin-path or $GRADUS_PLUGINS; 2 where one cannot be used."
      },
      mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--json", description = "Print one JSON object and nothing else.")
          boolean json) {
    Plugins found = plugins.get();
    if (json) {
      console
          .out()
          .println(Json.line(Map.of("plugins", found.loaded().stream().map(this::json).toList())));
    } else if (found.loaded().isEmpty() && found.refused().isEmpty()) {
      console.out().println("There are none: neither --plugin-path nor $GRADUS_PLUGINS has a jar.");
    } else {
      found.loaded().forEach(plugin -> console.out().print(text(plugin)));
    }
    found.refused().forEach(refusal -> console.err().println("gradus: " + refusal));
    return found.refused().isEmpty() ? 0 : Failures.NOTHING_RAN;
  }

  private String text(Plugin plugin) {
    var table = new Table();
    for (Registry.Block block : blocks(plugin)) {
      table.row(block.kind(), block.name(), RecordShape.of(block.record()).doc());
    }
    return "%s, from %s\n".formatted(plugin.title(), plugin.place())
        + hashes(plugin)
        + table.text();
  }

  private static String hashes(Plugin plugin) {
    var out = new StringBuilder();
    plugin.jars().forEach((jar, hash) -> out.append("  SHA-256 %s  %s\n".formatted(hash, jar)));
    return out.toString();
  }

  private Map<String, Object> json(Plugin plugin) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", plugin.name());
    all.put("version", plugin.version());
    all.put("place", plugin.place().toString());
    all.put("jars", plugin.jars());
    all.put(
        "types",
        blocks(plugin).stream()
            .map(block -> Map.of("kind", block.kind(), "name", block.name()))
            .toList());
    return all;
  }

  private List<Registry.Block> blocks(Plugin plugin) {
    return plugin.blocks(plugins.get().registry());
  }

  @Command(
      description = {
        "Check a plugin's jar; 2 where something is wrong.",
        "Its catalog, names, settings, defaults and calls.",
        "What its layers compute, its own tests check."
      },
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(paramLabel = "JAR", description = "The jar, or a folder with those it needs.")
          Path jar) {
    if (!Files.exists(jar)) {
      throw new ParameterException(spec.commandLine(), "there is no " + jar);
    }
    PluginCheck check = PluginCheck.of(jar, plugins.get().registry());
    check.plugin().ifPresent(plugin -> console.out().print(plugin.title() + "\n" + hashes(plugin)));
    check.notes().forEach(note -> console.out().println("  " + note));
    for (Registry.Block block : check.blocks()) {
      int settings = RecordShape.of(block.record()).settings().size();
      console.out().println("  %s %s, %s".formatted(block.kind(), block.name(), counted(settings)));
    }
    if (check.wrong().isEmpty()) {
      console.out().println("Nothing is wrong.");
      return 0;
    }
    check.wrong().forEach(fault -> console.err().println("gradus: %s: %s".formatted(jar, fault)));
    return Failures.NOTHING_RAN;
  }

  private static String counted(int settings) {
    return settings == 1 ? "1 setting" : settings + " settings";
  }
}
