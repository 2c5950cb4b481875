package io.gradus.nn.layers;

import io.gradus.nn.Pass;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `x · Φ(x)`, the normal distribution's share below `x`, element by element (Hendrycks & Gimpel
/// 2016).
@Doc("x times the normal distribution's share below x (Hendrycks and Gimpel 2016)")
public record Gelu(@Doc("exact, or by tanh as in GPT-2") @Default("exact") Form form)
    implements Elementwise {
  /// How the share is computed.
  public enum Form {
    /// By the error function.
    EXACT,
    /// `(1 + tanh(√(2/π)(x + 0.044715 x³))) / 2`, as in GPT-2.
    TANH
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return switch (form) {
      case EXACT -> x.gelu();
      case TANH -> x.geluTanh();
    };
  }
}
