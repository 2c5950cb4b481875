package io.gradus.plugin;

import java.util.Map;

/// Named building blocks that a jar offers to experiment files; a jar has one catalog, or several.
///
/// Found by [java.util.ServiceLoader]: a module says `provides Catalog with ...`, a jar on the
/// class path has `META-INF/services/io.gradus.plugin.Catalog`. Names are lower-case words joined
/// by `-` and become the `type:` of a block. What kind of block a record is follows from the [Kind]
/// of the interface that it implements.
public interface Catalog {
  /// The records by their names; each is public, in an exported package, and of exactly one [Kind].
  Map<String, Class<? extends Record>> types();
}
