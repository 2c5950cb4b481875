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
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.Optional;

/// `(x - mean) / √(variance + ε) · gain + bias`, the mean and the biased variance over the last
/// axis (Ba et al. 2016).
///
/// @param gain `(C)`
/// @param bias `(C)`
public record LayerNorm(double eps, Optional<Parameter> gain, Optional<Parameter> bias)
    implements Layer {
  /// A layer norm as wide as the last axis that comes in.
  @Doc("mean 0 and variance 1 over the last axis (Ba et al. 2016)")
  public record Spec(
      @Doc("added to the variance") @Default("1.0e-5") double eps,
      @Doc("whether a factor is learned for each channel, 1 at first") @Default("true")
          boolean gain,
      @Doc("whether a term is learned for each channel, 0 at first") @Default("true") boolean bias)
      implements LayerSpec {
    public Spec {
      require(Double.isFinite(eps) && eps >= 0, "eps = %s must be at least 0", eps);
    }

    @Override
    public Signal infer(Signal in) {
      return new Signal.Numbers(in.requireNumbers("C"));
    }

    @Override
    public LayerNorm attach(Signal in, Init init) {
      int width = in.shape().length(-1);
      return new LayerNorm(
          eps,
          gain ? Optional.of(init.constant("gain", 1, width)) : Optional.empty(),
          bias ? Optional.of(init.constant("bias", 0, width)) : Optional.empty());
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    Shape channels = Shape.of(x.shape().length(-1));
    Tensor factors = gain.map(Parameter::value).orElseGet(() -> Tensor.ones(channels, x.dtype()));
    Tensor terms = bias.map(Parameter::value).orElseGet(() -> Tensor.zeros(channels, x.dtype()));
    return Normalisations.layerNorm(x, factors, terms, eps);
  }
}
