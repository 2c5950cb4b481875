package io.gradus.data;

import io.gradus.plugin.Kind;

/// A recipe for a tokenizer, as an experiment file states it.
@Kind("tokenizer")
public interface TokenizerSpec {
  /// Learns from texts which tokens there are.
  Tokenizer fit(Texts texts);

  /// The tokenizer whose [Tokenizer#learned] this is.
  Tokenizer restore(String learned);
}
