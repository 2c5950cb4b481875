package io.gradus.data;

import io.gradus.plugin.Kind;

/// A recipe for a data set, as an experiment file states it.
@Kind("data")
public interface DataSpec {
  /// Makes the data set.
  ///
  /// Throws a [DataException] where the data are missing or bad.
  Dataset load(DataContext context);
}
