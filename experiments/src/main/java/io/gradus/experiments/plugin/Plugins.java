package io.gradus.experiments.plugin;

import io.gradus.experiments.config.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The plugins of a plugin path: those that can be used, and why the others cannot.
///
/// @param registry gradus' own building blocks and those of the loaded plugins
public record Plugins(List<Plugin> loaded, List<Refusal> refused, Registry registry) {
  /// A plugin that cannot be used.
  ///
  /// @param place its jar or folder
  public record Refusal(Path place, String why) {
    @Override
    public String toString() {
      return "plugin %s: %s".formatted(place, why);
    }
  }

  public Plugins {
    loaded = List.copyOf(loaded);
    refused = List.copyOf(refused);
  }

  /// Loads every plugin of these folders, in the order of their names: each jar and each sub-folder
  /// with jars is one. A path may also be a jar.
  ///
  /// @param own gradus' own building blocks, whose names are taken
  public static Plugins load(List<Path> paths, Registry own) {
    List<Plugin> loaded = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    Registry registry = own;
    for (Path path : paths) {
      for (PluginPlace place : places(path, refused)) {
        try {
          Plugin plugin = PluginLoader.load(place);
          requireOwnName(plugin, loaded);
          registry = registry.with(plugin.catalogs());
          loaded.add(plugin);
        } catch (PluginLoader.Refused e) {
          refused.add(new Refusal(place.path(), e.why()));
        } catch (IllegalStateException e) {
          refused.add(new Refusal(place.path(), String.valueOf(e.getMessage())));
        }
      }
    }
    return new Plugins(loaded, refused, registry);
  }

  /// A run names its plugins by their files.
  private static void requireOwnName(Plugin plugin, List<Plugin> loaded)
      throws PluginLoader.Refused {
    for (Plugin other : loaded) {
      if (!Collections.disjoint(other.jars().keySet(), plugin.jars().keySet())) {
        throw new PluginLoader.Refused(
            "%s has the same name, and a run could not tell them apart".formatted(other.place()));
      }
    }
  }

  private static List<PluginPlace> places(Path path, List<Refusal> refused) {
    try {
      if (!Files.exists(path)) {
        refused.add(new Refusal(path, "there is no such folder or jar"));
        return List.of();
      }
      return PluginPlace.in(path);
    } catch (IOException e) {
      refused.add(new Refusal(path, "it cannot be read: " + e.getMessage()));
      return List.of();
    }
  }

  /// SHA-256 of each jar by file name.
  public SortedMap<String, String> jars() {
    SortedMap<String, String> jars = new TreeMap<>();
    loaded.forEach(plugin -> jars.putAll(plugin.jars()));
    return jars;
  }

  /// The same, if all of them can be used.
  ///
  /// @throws PluginException naming each that cannot
  public Plugins requireSound() {
    if (!refused.isEmpty()) {
      throw new PluginException(refused);
    }
    return this;
  }
}
