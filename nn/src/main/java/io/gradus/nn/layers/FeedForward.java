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

/// `φ(x·W + b)·V + c` over the last axis, the thinking that each position does for itself: `(B,
/// ..., C)` stays `(B, ..., C)`.
///
/// @param up `x·W + b`, `(C, width)`
/// @param activation `φ`
/// @param down `(width, C)`
/// @param dropout of what goes out
public record FeedForward(Linear up, Layer activation, Linear down, Dropout dropout)
    implements Layer {
  /// A feed-forward layer whose width follows from what comes in.
  @Doc("two linear maps of the last axis with an activation between them")
  public record Spec(
      @Doc("numbers between the two; 4 times those that come in if left out")
          Optional<Integer> width,
      @Doc("what stands between the two") @Default("{type: gelu}") LayerSpec activation,
      @Doc("whether both linear maps learn a bias") @Default("true") boolean bias,
      @Doc("the chance of each number that goes out to be dropped in training") @Default("0.0")
          double dropout,
      @Doc("first numbers of the weights of the first map") @Default("{type: torch-default}")
          Initialiser weightInit,
      @Doc("first numbers of the weights of the second map") @Default("{type: torch-default}")
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
    public FeedForward attach(Signal in, Init init) {
      Signal hidden = up(in).infer(in);
      var last = new Linear.Spec(in.shape().length(-1), bias, downInit, biasInit);
      return new FeedForward(
          up(in).attach(in, init.within("up")),
          activation.attach(hidden, init.within("activation")),
          last.attach(hidden, init.within("down")),
          new Dropout(dropout));
    }

    private Linear.Spec up(Signal in) {
      int hidden = width.orElse(4 * in.shape().length(-1));
      return new Linear.Spec(hidden, bias, weightInit, biasInit);
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    Tensor hidden = pass.through("up", up, x); // (B, ..., width)
    Tensor active = pass.through("activation", activation, hidden);
    return pass.through("dropout", dropout, pass.through("down", down, active)); // (B, ..., C)
  }
}
