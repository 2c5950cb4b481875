package io.gradus.nn;

import java.util.List;

/// Numbers that were fitted to data.
public interface Model {
  /// All of the numbers, each once, under stable names.
  List<Slice> parameters();

  /// What it keeps beside them and does not learn, such as running means.
  default List<Slice> buffers() {
    return List.of();
  }
}
