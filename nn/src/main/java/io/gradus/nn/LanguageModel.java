package io.gradus.nn;

/// A model that, given the tokens so far, says which token comes next.
public interface LanguageModel {
  /// The most tokens that a reading may be given.
  int context();

  /// A reading of a new document.
  Reading read();

  /// One document, read token by token.
  interface Reading {
    /// Reads a token; the scores (logits) of each token that may follow.
    double[] next(int token);
  }
}
