package io.gradus.cli;

import io.gradus.experiments.config.Nearest;
import io.gradus.experiments.config.RecordShape;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.run.Json;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gradus types [KIND [NAME]]`.
@Command(
    name = "types",
    description = "List the building blocks of experiments, or the settings of one.",
    mixinStandardHelpOptions = true)
final class TypesCommand implements Callable<Integer> {
  private final Console console;
  private final Provider<Registry> registry;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description = "Such as model.",
      completionCandidates = Candidates.Kinds.class)
  private Optional<String> kind = Optional.empty();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Such as microgpt.",
      completionCandidates = Candidates.Types.class)
  private Optional<String> name = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Inject
  TypesCommand(Console console, Provider<Registry> registry) {
    this.console = console;
    this.registry = registry;
  }

  @Override
  public Integer call() {
    List<Registry.Block> blocks = new ArrayList<>();
    for (String each : kind.map(this::knownKind).map(List::of).orElseGet(this::kinds)) {
      registry.get().blocks(each).values().stream()
          .filter(block -> name.isEmpty() || name.get().equals(block.name()))
          .forEach(blocks::add);
    }
    if (blocks.isEmpty()) {
      String asked = name.orElse("");
      throw new ParameterException(
          spec.commandLine(),
          "no %s '%s'; %s"
              .formatted(
                  kind.orElse(""),
                  asked,
                  Nearest.hint(asked, registry.get().blocks(kind.orElse("")).keySet())));
    }
    if (json) {
      console.out().println(Json.line(Map.of("types", blocks.stream().map(this::json).toList())));
    } else if (name.isPresent()) {
      console.out().print(settings(blocks.getFirst()));
    } else {
      console.out().print(list(blocks));
    }
    return 0;
  }

  private List<String> kinds() {
    return List.copyOf(registry.get().kinds());
  }

  private String knownKind(String asked) {
    if (!registry.get().kinds().contains(asked)) {
      throw new ParameterException(
          spec.commandLine(), "no kind '%s'; %s".formatted(asked, Nearest.hint(asked, kinds())));
    }
    return asked;
  }

  private static String list(List<Registry.Block> blocks) {
    var out = new StringBuilder();
    int width = blocks.stream().mapToInt(block -> block.name().length()).max().orElse(1);
    String line = "  %-" + width + "s  %s  [%s]\n";
    String kind = "";
    for (Registry.Block block : blocks) {
      if (!block.kind().equals(kind)) {
        kind = block.kind();
        out.append(kind).append('\n');
      }
      out.append(line.formatted(block.name(), RecordShape.of(block.record()).doc(), block.jar()));
    }
    return out.toString();
  }

  private static String settings(Registry.Block block) {
    RecordShape shape = RecordShape.of(block.record());
    var out = new StringBuilder();
    out.append("%s %s: %s\n".formatted(block.kind(), block.name(), shape.doc()));
    out.append("from %s\n\n".formatted(block.jar()));
    int width = shape.names().stream().mapToInt(String::length).max().orElse(1);
    String line = "  %-" + width + "s  %s";
    for (RecordShape.Setting setting : shape.settings()) {
      String preset =
          setting
              .preset()
              .map("default "::concat)
              .orElse(setting.optional() ? "optional" : "required");
      String type = setting.typeInWords() + ", " + preset;
      out.append(line.formatted(setting.name(), type)).append('\n');
      out.append(line.formatted("", setting.doc())).append('\n');
    }
    return out.toString();
  }

  private Map<String, Object> json(Registry.Block block) {
    RecordShape shape = RecordShape.of(block.record());
    List<Map<String, Object>> settings = new ArrayList<>();
    for (RecordShape.Setting setting : shape.settings()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("name", setting.name());
      each.put("type", setting.typeInWords());
      each.put("required", setting.required());
      setting.preset().ifPresent(preset -> each.put("default", preset));
      each.put("doc", setting.doc());
      settings.add(each);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("kind", block.kind());
    all.put("name", block.name());
    all.put("doc", shape.doc());
    all.put("jar", block.jar());
    all.put("settings", settings);
    return all;
  }
}
