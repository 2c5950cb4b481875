package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.Sublayers;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// A block of a transformer (Vaswani et al. 2017): positions speak to each other, then each thinks
/// for itself, and both add to what came in.
///
/// With the norms before the branches, `y = x + attention(norm(x))` and `y + feedForward(norm(y))`;
/// with them behind, `y = norm(x + attention(x))` and `norm(y + feedForward(y))`.
///
/// @param dropout of what either branch adds
/// @param place where the norms are
public record TransformerBlock(
    Layer attentionNorm,
    Layer attention,
    Layer feedForwardNorm,
    Layer feedForward,
    Dropout dropout,
    Place place)
    implements Layer {
  /// Where the norm of a branch stands.
  public enum Place {
    /// Before the branch, as since GPT-2 (Radford et al. 2019).
    PRE,
    /// Behind the sum, as in the first transformer.
    POST
  }

  /// A block of any layers that keep the shape.
  @Doc("a block of a transformer: attention, then a feed-forward layer, each added to what came in")
  public record Spec(
      @Doc("how positions speak to each other") LayerSpec attention,
      @Doc("what each position does for itself") @Default("{type: feed-forward}")
          LayerSpec feedForward,
      @Doc("the norm of each of the two; it is made twice") @Default("{type: layernorm}")
          LayerSpec norm,
      @Doc("whether norms stand before the branches or behind the sums") @Default("pre")
          Place place,
      @Doc("the chance of each number that is added to be dropped in training") @Default("0.0")
          double dropout)
      implements LayerSpec {
    public Spec {
      require(dropout >= 0 && dropout < 1, "dropout = %s is outside [0, 1)", dropout);
    }

    @Override
    public Signal infer(Signal in) {
      Signal numbers = new Signal.Numbers(in.requireNumbers("C"));
      Signal _ = Sublayers.inferSame("norm", norm, numbers);
      Signal _ = Sublayers.inferSame("attention", attention, numbers);
      return Sublayers.inferSame("feed-forward", feedForward, numbers);
    }

    @Override
    public TransformerBlock attach(Signal in, Init init) {
      return new TransformerBlock(
          norm.attach(in, init.within("attentionNorm")),
          attention.attach(in, init.within("attention")),
          norm.attach(in, init.within("feedForwardNorm")),
          feedForward.attach(in, init.within("feedForward")),
          new Dropout(dropout),
          place);
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    Tensor y = branch(x, "attention", attention, attentionNorm, pass);
    return branch(y, "feedForward", feedForward, feedForwardNorm, pass);
  }

  private Tensor branch(Tensor x, String component, Layer layer, Layer norm, Pass pass) {
    return switch (place) {
      case PRE -> {
        Tensor normed = pass.through(component + "Norm", norm, x);
        yield x.add(added(component, layer, normed, pass));
      }
      case POST -> {
        Tensor sum = x.add(added(component, layer, x, pass));
        yield pass.through(component + "Norm", norm, sum);
      }
    };
  }

  private Tensor added(String component, Layer layer, Tensor x, Pass pass) {
    return pass.through("dropout", dropout, pass.through(component, layer, x));
  }
}
