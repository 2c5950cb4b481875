package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.Optional;

/// `y = x·W + b` over the last axis: `(B, ..., in)` becomes `(B, ..., out)`.
///
/// @param weight `(in, out)`
/// @param bias `(out)`
public record Linear(Parameter weight, Optional<Parameter> bias) implements Layer {
  /// A linear map whose input width follows from what comes in.
  @Doc("a linear map of the last axis, y = x W + b")
  public record Spec(
      @Doc("how many numbers go out") int out,
      @Doc("whether b is learned; else there is none") @Default("true") boolean bias,
      @Doc("first numbers of W") @Default("{type: torch-default}") Initialiser weightInit,
      @Doc("first numbers of b") @Default("{type: torch-default}") Initialiser biasInit)
      implements LayerSpec {
    public Spec {
      require(out >= 1, "out = %d must be at least 1", out);
    }

    @Override
    public Signal infer(Signal in) {
      return new Signal.Numbers(in.requireNumbers("C").with(-1, out));
    }

    @Override
    public Linear attach(Signal in, Init init) {
      int width = in.shape().length(-1);
      return new Linear(
          init.parameter("weight", weightInit, Fan.linear(width, out)),
          bias
              ? Optional.of(init.parameter("bias", biasInit, Fan.bias(width, out)))
              : Optional.empty());
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return bias.isPresent()
        ? x.affine(weight.value(), bias.get().value())
        : x.matmul(weight.value()); // (B, ..., out)
  }
}
