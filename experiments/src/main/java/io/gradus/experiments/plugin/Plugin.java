package io.gradus.experiments.plugin;

import io.gradus.experiments.config.Registry;
import io.gradus.plugin.Catalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// What one jar, or one folder of jars, brings.
///
/// @param place the jar or the folder
/// @param name the module that has the catalog
/// @param version as its jar says, or empty
/// @param jars SHA-256 of each jar by its name, which begins with the folder's where there is one
/// @param catalogs at least one
public record Plugin(
    Path place,
    String name,
    String version,
    SortedMap<String, String> jars,
    List<Catalog> catalogs) {
  public Plugin {
    catalogs = List.copyOf(catalogs);
  }

  /// What its catalogs offer, by kind and name.
  ///
  /// @param registry that has them
  public List<Registry.Block> blocks(Registry registry) {
    Set<Class<?>> offered =
        catalogs.stream()
            .flatMap(catalog -> catalog.types().values().stream())
            .collect(Collectors.toSet());
    return registry.kinds().stream()
        .flatMap(kind -> registry.blocks(kind).values().stream())
        .filter(block -> offered.contains(block.record()))
        .toList();
  }

  /// The jar or the folder, and the version where there is one.
  public String title() {
    String file = place.getFileName().toString();
    return version.isEmpty() || file.contains(version) ? file : file + " " + version;
  }
}
