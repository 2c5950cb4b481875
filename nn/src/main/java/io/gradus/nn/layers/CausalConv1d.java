package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Signal;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;

/// A recipe for a [Conv1d] that sees no later position: all padding stands before the first one, so
/// that as many positions go out as come in (van den Oord et al. 2016).
@Doc("a convolution that sees no later position, (B, T, C) to (B, T, out)")
public record CausalConv1d(
    @Doc("how many numbers go out at each position") int out,
    @Doc("how many positions each is computed from, itself the last") int size,
    @Doc("from one of these positions to the next") @Default("1") int dilation,
    @Doc("whether b is learned; else there is none") @Default("true") boolean bias,
    @Doc("first numbers of W") @Default("{type: torch-default}") Initialiser weightInit,
    @Doc("first numbers of b") @Default("{type: torch-default}") Initialiser biasInit)
    implements LayerSpec {
  public CausalConv1d {
    require(out >= 1, "out = %d must be at least 1", out);
    require(size >= 1, "size = %d must be at least 1", size);
    require(dilation >= 1, "dilation = %d must be at least 1", dilation);
  }

  @Override
  public Signal infer(Signal in) {
    return new Signal.Numbers(in.requireExactly("T, C").with(1, out));
  }

  @Override
  public Conv1d attach(Signal in, Init init) {
    Conv1d plain =
        new Conv1d.Spec(out, size, 1, 0, dilation, bias, weightInit, biasInit).attach(in, init);
    return new Conv1d(
        plain.weight(), plain.bias(), 1, dilation, Math.multiplyExact(dilation, size - 1), 0);
  }
}
