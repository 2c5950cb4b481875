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
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.Optional;

/// A convolution over positions: `(B, T, in)` becomes `(B, T', out)`, where `y[t] = Σₖ x[t·stride +
/// k·dilation - before]·W[k] + b`, and x is 0 outside.
///
/// @param weight `(size, in, out)`
/// @param bias `(out)`
/// @param before zeros before the first position
/// @param after zeros after the last one
public record Conv1d(
    Parameter weight, Optional<Parameter> bias, int stride, int dilation, int before, int after)
    implements Layer {
  /// A convolution whose channels follow from what comes in.
  @Doc("a linear map of each few neighbouring positions, (B, T, C) to (B, T', out)")
  public record Spec(
      @Doc("how many numbers go out at each position") int out,
      @Doc("how many positions each is computed from") int size,
      @Doc("from one such group to the next") @Default("1") int stride,
      @Doc("zeros added at both ends") @Default("0") int padding,
      @Doc("from one position of a group to the next") @Default("1") int dilation,
      @Doc("whether b is learned; else there is none") @Default("true") boolean bias,
      @Doc("first numbers of W") @Default("{type: torch-default}") Initialiser weightInit,
      @Doc("first numbers of b") @Default("{type: torch-default}") Initialiser biasInit)
      implements LayerSpec {
    public Spec {
      require(out >= 1, "out = %d must be at least 1", out);
      require(size >= 1, "size = %d must be at least 1", size);
      require(stride >= 1, "stride = %d must be at least 1", stride);
      require(padding >= 0, "padding = %d must be at least 0", padding);
      require(dilation >= 1, "dilation = %d must be at least 1", dilation);
    }

    @Override
    public Signal infer(Signal in) {
      int length = in.requireExactly("T, C").length(0);
      long padded = length + 2L * padding;
      long reach = (long) dilation * (size - 1) + 1;
      require(
          reach <= padded,
          "%s came in; %d positions, %d apart, reach over %d, and with padding there are %d",
          in,
          size,
          dilation,
          reach,
          padded);
      return Signal.numbers(Math.toIntExact((padded - reach) / stride + 1), out);
    }

    @Override
    public Conv1d attach(Signal in, Init init) {
      Fan fan = Fan.convolution(size, in.shape().length(1), out);
      return new Conv1d(
          init.parameter("weight", weightInit, fan),
          bias
              ? Optional.of(init.parameter("bias", biasInit, Fan.bias(fan.in(), out)))
              : Optional.empty(),
          stride,
          dilation,
          padding,
          padding);
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    Shape w = weight.value().shape();
    int inputs = w.length(0) * w.length(1);
    Tensor groups =
        x.pad(1, before, after).windows(1, w.length(0), stride, dilation); // (B, T', size, in)
    Tensor rows = groups.reshape(x.shape().length(0), groups.shape().length(1), inputs);
    Tensor matrix = weight.value().reshape(inputs, w.length(2));
    return bias.isPresent()
        ? rows.affine(matrix, bias.get().value())
        : rows.matmul(matrix); // (B, T', out)
  }
}
