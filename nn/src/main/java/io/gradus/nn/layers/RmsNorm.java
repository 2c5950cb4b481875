package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Normalisations;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.Optional;

/// `x / √(mean x² + ε) · gain`, the mean over the last axis (Zhang & Sennrich 2019).
///
/// The default `ε` is that of T5 and of the first LLaMA (Touvron et al. 2023).
///
/// @param gain `(C)`
public record RmsNorm(double eps, Optional<Parameter> gain) implements Layer {
  /// An RMS norm as wide as the last axis that comes in.
  @Doc("mean square 1 over the last axis (Zhang and Sennrich 2019)")
  public record Spec(
      @Doc("added to the mean square") @Default("1.0e-6") double eps,
      @Doc("whether a factor is learned for each channel, 1 at first") @Default("true")
          boolean gain)
      implements LayerSpec {
    public Spec {
      require(Double.isFinite(eps) && eps >= 0, "eps = %s must be at least 0", eps);
    }

    @Override
    public Signal infer(Signal in) {
      return new Signal.Numbers(in.requireNumbers("C"));
    }

    @Override
    public RmsNorm attach(Signal in, Init init) {
      int width = in.shape().length(-1);
      return new RmsNorm(
          eps, gain ? Optional.of(init.constant("gain", 1, width)) : Optional.empty());
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    Tensor y = Normalisations.rmsNorm(x, eps);
    return gain.isPresent() ? y.mul(gain.get().value()) : y;
  }
}
