package io.gradus.tensor;

import java.util.List;
import java.util.stream.IntStream;

/// Attention as one operation, which saves its weights where they are few; else the gradient
/// computes them once more.
public sealed interface AttentionOperation extends Fused {
  /// `y = P·v` with `P = softmax(q·kᵀ/√d)`, where a position has weights up to itself, of `q`, `k`
  /// and `v` `(B, h, T, d)`.
  record Causal() implements AttentionOperation, Joint {
    @Override
    public String formula() {
      return "y = P·v, P = softmax(q·kᵀ/√d) of the past; dS = P·(dP - Σ dP·P), dP = dy·vᵀ";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> {
          var heads = new Heads(inputs.get(0), inputs.get(1), inputs.get(2));
          yield Heads.split(heads.attend(), inputs.getFirst().shape().length(1));
        }
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    @Override
    public List<Tensor> gradients(Tensor dy, List<Tensor> inputs, Tensor y) {
      return parts(gradient(dy, inputs), inputs.getFirst().shape().length(1));
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return parts(gradient(dy, inputs), inputs.getFirst().shape().length(1)).get(input);
    }

    private static Tensor gradient(Tensor dy, List<Tensor> inputs) {
      return Tensor.apply(
          new CausalGradient(), List.of(dy, inputs.get(0), inputs.get(1), inputs.get(2)));
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      return weights(inputs.get(0), inputs.get(1)).matmul(inputs.get(2));
    }
  }

  /// What [Causal] hands back, of `dy`, `q`, `k` and `v` `(B, h, T, d)`: `dq`, `dk` and `dv` beside
  /// each other, `(B, T, 3·h·d)`.
  record CausalGradient() implements AttentionOperation {
    @Override
    public String formula() {
      return "dq = dS·k/√d, dk = dSᵀ·q/√d, dv = Pᵀ·dy; dS = P·(dP - Σ dP·P), dP = dy·vᵀ";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 ->
            new Heads(inputs.get(1), inputs.get(2), inputs.get(3)).gradient(inputs.getFirst());
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor dy = inputs.get(0);
      Tensor q = inputs.get(1);
      Tensor k = inputs.get(2);
      Tensor p = weights(q, k);
      Tensor dp = dy.matmul(inputs.get(3).transpose(-2, -1));
      Tensor ds = p.mul(dp.sub(dp.mul(p).sumKeeping(-1)));
      Tensor slopes = ds.maskedFill(future(q), 0).mul(scale(q));
      return Tensor.concatenate(
          -1,
          List.of(
              joined(slopes.matmul(k)),
              joined(slopes.transpose(-2, -1).matmul(q)),
              joined(p.transpose(-2, -1).matmul(dy))));
    }
  }

  /// [Causal] of queries, keys and values that stand beside each other: `(B, T, 3·h·d)`, all
  /// queries, all keys, all values, head by head, become `(B, T, h·d)`.
  record CausalSelf(int heads) implements AttentionOperation, Saving {
    @Override
    public String formula() {
      return "y = P·v of q, k, v = x, P = softmax(q·kᵀ/√d) of the past; dS = P·(dP - Σ dP·P), "
          + "dP = dy·vᵀ";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      Tensor x = inputs.getFirst();
      return switch (x.dtype()) {
        case FLOAT32 -> Heads.of(x, heads).attend();
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    /// The weights are saved where they are no more than the numbers that come in.
    @Override
    public Result forwardSaving(List<Tensor> inputs) {
      Tensor x = inputs.getFirst();
      boolean few = x.shape().length(1) * heads <= x.shape().length(2);
      return x.dtype() == DType.FLOAT32 && few
          ? Heads.of(x, heads).attendSaving()
          : new Result(forward(inputs), List.of());
    }

    @Override
    public List<Tensor> gradients(Tensor dy, List<Tensor> inputs, List<Tensor> saved) {
      Heads all = Heads.of(inputs.getFirst(), heads);
      return List.of(all.gradient(Heads.split(dy, heads), saved.getFirst()));
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      List<Tensor> parts = parts(inputs.getFirst(), heads);
      Tensor above = split(dy, heads);
      return Tensor.apply(
          new CausalGradient(), List.of(above, parts.get(0), parts.get(1), parts.get(2)));
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      return joined(new Causal().composition(parts(inputs.getFirst(), heads)));
    }
  }

  /// `(B, T, 3·h·d)` as three tensors `(B, h, T, d)`.
  private static List<Tensor> parts(Tensor x, int heads) {
    int width = x.shape().length(-1) / 3;
    return IntStream.range(0, 3)
        .mapToObj(i -> split(x.slice(-1, i * width, (i + 1) * width), heads))
        .toList();
  }

  /// `(B, T, h·d)` as `(B, h, T, d)`.
  private static Tensor split(Tensor x, int heads) {
    Shape shape = x.shape();
    return x.reshape(shape.length(0), shape.length(1), heads, shape.length(2) / heads)
        .transpose(1, 2);
  }

  /// `(B, h, T, d)` as `(B, T, h·d)`.
  private static Tensor joined(Tensor x) {
    Shape shape = x.shape();
    return x.transpose(1, 2)
        .reshape(shape.length(0), shape.length(2), shape.length(1) * shape.length(3));
  }

  private static Tensor weights(Tensor q, Tensor k) {
    Tensor scores = q.matmul(k.transpose(-2, -1)).mul(scale(q)); // (B, h, T, T)
    return scores.maskedFill(future(q), Double.NEGATIVE_INFINITY).softmax(-1);
  }

  private static Mask future(Tensor q) {
    return Mask.future(q.shape().length(-2), q.shape().length(-2));
  }

  private static double scale(Tensor q) {
    return 1 / Math.sqrt(q.shape().length(-1));
  }
}
