package io.gradus.nn.initialisers;

import io.gradus.nn.Initialiser;

/// The distribution that has the deviation which a rule asks for.
public enum Form {
  /// Even, from `-√3·deviation` to `√3·deviation`.
  UNIFORM,
  /// Normal.
  NORMAL;

  /// Numbers of mean 0 and this deviation.
  Initialiser of(double deviation) {
    return switch (this) {
      case UNIFORM -> new Uniform(-Math.sqrt(3) * deviation, Math.sqrt(3) * deviation);
      case NORMAL -> new Normal(0, deviation);
    };
  }
}
