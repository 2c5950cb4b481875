package io.gradus.data;

import io.gradus.random.Generator;
import java.nio.file.Path;

/// What a [DataSpec] may use: texts, which are noted down for the run's provenance, and randomness.
public interface DataContext {
  /// The text of a corpus that gradus knows by name.
  String corpus(String name);

  /// The text of a person's own file.
  String file(Path file);

  /// The stream of random numbers with this name, such as `data.order`.
  Generator stream(String name);
}
