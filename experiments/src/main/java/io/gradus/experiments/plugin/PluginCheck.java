package io.gradus.experiments.plugin;

import io.gradus.experiments.config.BlockCheck;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.run.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is right and what is wrong with a plugin, told to its author.
///
/// @param plugin empty where it cannot be loaded
/// @param blocks what it offers, by kind and name
/// @param notes what is worth knowing and no fault
/// @param wrong what keeps it from being used; empty of a sound plugin
public record PluginCheck(
    Optional<Plugin> plugin, List<Registry.Block> blocks, List<String> notes, List<String> wrong) {
  public PluginCheck {
    blocks = List.copyOf(blocks);
    notes = List.copyOf(notes);
    wrong = List.copyOf(wrong);
  }

  /// Looks at a jar, or at a folder with a jar and those that it needs.
  ///
  /// @param own gradus' own building blocks, whose names are taken
  public static PluginCheck of(Path jar, Registry own) {
    List<String> notes = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    PluginPlace place = new PluginPlace(jar);
    try {
      Plugin plugin = PluginLoader.load(place);
      place
          .range()
          .ifPresentOrElse(
              range -> notes.add("made for gradus %s; this is %s".formatted(range, Code.version())),
              () ->
                  wrong.add(
                      "its manifest has no " + VersionRange.ATTRIBUTE + ", such as [0.1,0.2)"));
      List<Registry.Block> blocks = blocks(plugin, own, wrong);
      for (Path file : place.jars()) {
        ForbiddenCalls.in(file)
            .forEach(call -> wrong.add("it calls what makes numbers differ: " + call));
      }
      return new PluginCheck(Optional.of(plugin), blocks, notes, wrong);
    } catch (PluginLoader.Refused e) {
      wrong.add(e.why());
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      wrong.add("it cannot be read: " + e.getMessage());
    }
    return new PluginCheck(Optional.empty(), List.of(), notes, wrong);
  }

  private static List<Registry.Block> blocks(Plugin plugin, Registry own, List<String> wrong) {
    try {
      Registry all = own.with(plugin.catalogs());
      List<Registry.Block> blocks = plugin.blocks(all);
      for (Registry.Block block : blocks) {
        Stream.concat(
                BlockCheck.docs(block.record()).stream(),
                BlockCheck.defaults(block.record(), all).stream())
            .forEach(
                fault -> wrong.add("%s '%s': %s".formatted(block.kind(), block.name(), fault)));
      }
      return blocks;
    } catch (IllegalStateException e) {
      wrong.add(String.valueOf(e.getMessage()));
      return List.of();
    }
  }
}
