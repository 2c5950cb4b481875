package io.gradus.testkit;

/// What a layer says of itself beyond what all layers promise.
public enum Trait {
  /// No position of `(B, T, ...)` depends on a later one.
  CAUSAL,
  /// A pass for training gives other numbers than one for evaluation.
  TRAINS_DIFFERENTLY
}
