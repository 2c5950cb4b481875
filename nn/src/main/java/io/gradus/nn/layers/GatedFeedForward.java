package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.Sublayers;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;
import java.util.Optional;

/// `(φ(x·W)·(x·U))·V` over the last axis (Shazeer 2020), SwiGLU where `φ` is SiLU: `(B, ..., C)`
/// stays `(B, ..., C)`.
///
/// @param gate `x·W`, `(C, width)`
/// @param activation `φ`
/// @param up `x·U`, `(C, width)`
/// @param down `(width, C)`
/// @param dropout of what goes out
public record GatedFeedForward(
    Linear gate, Layer activation, Linear up, Linear down, Dropout dropout) implements Layer {
  /// A gated feed-forward layer whose width follows from what comes in.
  @Doc("a feed-forward layer in which one linear map gates another, SwiGLU by default")
  public record Spec(
      @Doc("numbers between the maps; 8/3 of those that come in, rounded down, if left out")
          Optional<Integer> width,
      @Doc("what the gate passes through") @Default("{type: silu}") LayerSpec activation,
      @Doc("whether the linear maps learn a bias") @Default("false") boolean bias,
      @Doc("the chance of each number that goes out to be dropped in training") @Default("0.0")
          double dropout,
      @Doc("first numbers of the weights of the gate and of what it gates")
          @Default("{type: torch-default}")
          Initialiser weightInit,
      @Doc("first numbers of the weights of the last map") @Default("{type: torch-default}")
          Initialiser downInit,
      @Doc("first numbers of the biases") @Default("{type: torch-default}") Initialiser biasInit)
      implements LayerSpec {
    public Spec {
      width.ifPresent(given -> require(given >= 1, "width = %d must be at least 1", given));
      require(dropout >= 0 && dropout < 1, "dropout = %s is outside [0, 1)", dropout);
    }

    @Override
    public Signal infer(Signal in) {
      in.requireNumbers("C");
      Signal _ = Sublayers.inferSame("activation", activation, up(in).infer(in));
      return new Signal.Numbers(in.shape());
    }

    @Override
    public GatedFeedForward attach(Signal in, Init init) {
      Signal hidden = up(in).infer(in);
      var last = new Linear.Spec(in.shape().length(-1), bias, downInit, biasInit);
      return new GatedFeedForward(
          up(in).attach(in, init.within("gate")),
          activation.attach(hidden, init.within("activation")),
          up(in).attach(in, init.within("up")),
          last.attach(hidden, init.within("down")),
          new Dropout(dropout));
    }

    /// With a third map, 8/3 in place of 4 keeps the number of weights (Shazeer 2020).
    private Linear.Spec up(Signal in) {
      int hidden = width.orElse(8 * in.shape().length(-1) / 3);
      return new Linear.Spec(hidden, bias, weightInit, biasInit);
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    Tensor open = pass.through("activation", activation, pass.through("gate", gate, x));
    Tensor hidden = open.mul(pass.through("up", up, x)); // (B, ..., width)
    return pass.through("dropout", dropout, pass.through("down", down, hidden)); // (B, ..., C)
  }
}
