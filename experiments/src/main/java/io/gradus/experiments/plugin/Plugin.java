package io.gradus.experiments.plugin;

import io.gradus.plugin.Catalog;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/// What one jar, or one folder of jars, brings.
///
/// @param place the jar or the folder
/// @param name the module that has the catalog
/// @param version as its jar says, or empty
/// @param jars SHA-256 of each jar by file name
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

  /// The jar or the folder, and the version where there is one.
  public String title() {
    String file = place.getFileName().toString();
    return version.isEmpty() || file.contains(version) ? file : file + " " + version;
  }
}
