package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Attention;
import io.gradus.tensor.Mask;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.Optional;

/// Causal self-attention with several heads (Vaswani et al. 2017): `(B, T, C)` stays `(B, T, C)`.
///
/// Each head of width `d = C/h` makes queries, keys and values of what comes in; a position takes
/// the mean of the values at itself and before it, weighted by `softmax(q·kᵀ/√d)`. With fewer heads
/// of keys and values, G, neighbouring heads share them (Ainslie et al. 2023).
///
/// @param queryKeyValue `(C, C + 2·G·d)`: all queries, all keys, all values, head by head
/// @param output `(C, C)`
/// @param heads h
/// @param keyValueHeads G
/// @param rotary turns queries and keys by their positions
/// @param dropout of the weights
public record SelfAttention(
    Linear queryKeyValue,
    Linear output,
    int heads,
    int keyValueHeads,
    Optional<Rotary> rotary,
    Dropout dropout)
    implements Layer {
  /// Causal self-attention.
  @Doc("causal self-attention: each position looks at itself and at those before it")
  public record Spec(
      @Doc("how many heads; each is C / heads wide") int heads,
      @Doc("heads of keys and values, shared by neighbours; as many as heads if left out")
          Optional<Integer> keyValueHeads,
      @Doc("positions as rotations of queries and keys; none if left out")
          Optional<Rotary.Spec> rotary,
      @Doc("whether both linear maps learn a bias") @Default("true") boolean bias,
      @Doc("the chance of each weight to be dropped in training") @Default("0.0") double dropout,
      @Doc("first numbers of the weights of queries, keys and values")
          @Default("{type: torch-default}")
          Initialiser weightInit,
      @Doc("first numbers of the weights of the output") @Default("{type: torch-default}")
          Initialiser outputInit,
      @Doc("first numbers of the biases") @Default("{type: torch-default}") Initialiser biasInit)
      implements LayerSpec {
    public Spec {
      require(heads >= 1, "heads = %d must be at least 1", heads);
      int shared = keyValueHeads.orElse(heads);
      require(
          shared >= 1 && heads % shared == 0,
          "key-value-heads = %d does not divide heads = %d",
          shared,
          heads);
      require(dropout >= 0 && dropout < 1, "dropout = %s is outside [0, 1)", dropout);
    }

    @Override
    public Signal infer(Signal in) {
      int width = in.requireExactly("T, C").length(-1);
      require(
          width % heads == 0, "%s came in; heads = %d does not divide C = %d", in, heads, width);
      require(
          rotary.isEmpty() || width / heads % 2 == 0,
          "%s came in; rotary wants heads of an even width, and %d / %d = %d is odd",
          in,
          width,
          heads,
          width / heads);
      return new Signal.Numbers(in.shape());
    }

    @Override
    public SelfAttention attach(Signal in, Init init) {
      int width = in.shape().length(-1);
      int each = width / heads;
      int shared = keyValueHeads.orElse(heads);
      var all = new Linear.Spec(width + 2 * shared * each, bias, weightInit, biasInit);
      var last = new Linear.Spec(width, bias, outputInit, biasInit);
      return new SelfAttention(
          all.attach(in, init.within("queryKeyValue")),
          last.attach(in, init.within("output")),
          heads,
          shared,
          rotary.map(angles -> angles.attach(in.shape().length(0), each, init.type())),
          new Dropout(dropout));
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    int width = x.shape().length(-1);
    int shared = width / heads * keyValueHeads;
    Tensor all = pass.through("queryKeyValue", queryKeyValue, x); // (B, T, C + 2·G·d)
    if (keyValueHeads == heads && rotary.isEmpty() && !dropout.active(pass)) {
      return pass.through("output", output, Attention.causal(all, heads)); // (B, T, C)
    }
    Tensor q = turned(split(all.slice(-1, 0, width), heads), pass);
    Tensor k = turned(split(all.slice(-1, width, width + shared), keyValueHeads), pass);
    Tensor v = split(all.slice(-1, width + shared, width + 2 * shared), keyValueHeads);
    Tensor y = mixed(q, k, v, pass); // (B, h, T, d)
    return pass.through("output", output, y.transpose(1, 2).reshape(x.shape())); // (B, T, C)
  }

  /// `(B, T, n·d)` as `(B, n, T, d)`.
  private static Tensor split(Tensor x, int n) {
    Shape shape = x.shape();
    return x.reshape(shape.length(0), shape.length(1), n, shape.length(2) / n).transpose(1, 2);
  }

  private Tensor turned(Tensor x, Pass pass) {
    return rotary.isPresent() ? pass.through("rotary", rotary.get(), x) : x;
  }

  /// `(B, G, T, d)` as `(B, h, T, d)`: each head as often as others share it.
  private Tensor repeated(Tensor x) {
    if (keyValueHeads == heads) {
      return x;
    }
    Shape shape = x.shape();
    int copies = heads / keyValueHeads;
    return x.unsqueeze(2)
        .expand(shape.length(0), keyValueHeads, copies, shape.length(2), shape.length(3))
        .reshape(shape.with(1, heads));
  }

  /// `softmax(q·kᵀ/√d)·v`, where the future has the weight 0.
  private Tensor mixed(Tensor q, Tensor k, Tensor v, Pass pass) {
    return dropout.active(pass)
        ? droppingWeights(q, repeated(k), repeated(v), pass)
        : Attention.causal(q, k, v);
  }

  /// The same step by step, with some of the weights dropped.
  private Tensor droppingWeights(Tensor q, Tensor k, Tensor v, Pass pass) {
    int length = q.shape().length(-2);
    Tensor scores = q.matmul(k.transpose()).mul(1 / Math.sqrt(q.shape().length(-1)));
    Tensor past = scores.maskedFill(Mask.future(length, length), Double.NEGATIVE_INFINITY);
    Tensor weights = pass.through("dropout", dropout, past.softmax(-1)); // (B, h, T, T)
    return weights.matmul(v);
  }
}
