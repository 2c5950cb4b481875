package io.gradus.data;

import io.gradus.plugin.Kind;

/// How documents become examples for a model that sees a fixed number of tokens.
@Kind("examples")
public interface ExamplesSpec {
  /// The examples.
  ///
  /// Throws an `IllegalArgumentException` where such documents do not give any.
  Sequences cut(Documents documents);
}
