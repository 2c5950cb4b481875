package io.gradus.nn;

import java.util.List;

/// Numbers that were fitted to data.
public interface Model {
  /// All of the numbers, each once, under stable names.
  List<Slice> parameters();
}
