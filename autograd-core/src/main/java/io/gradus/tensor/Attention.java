package io.gradus.tensor;

import java.util.List;

/// Attention (Vaswani et al. 2017): each position takes a mean of values, weighted by how well its
/// query fits the keys.
public final class Attention {
  private Attention() {}

  /// `softmax(q·kᵀ/√d)·v`, where a position looks at itself and at those before it.
  ///
  /// @param q queries `(B, h, T, d)`
  /// @param k keys `(B, g, T, d)`, where `h` is a multiple of `g`: each head of keys serves `h/g`
  ///   neighbouring heads of queries (Ainslie et al. 2023)
  /// @param v values, in the shape of the keys
  /// @return `(B, h, T, d)`
  /// @throws ShapeException if the shapes do not fit
  public static Tensor causal(Tensor q, Tensor k, Tensor v) {
    requireFit(q.shape(), k.shape(), v.shape());
    int heads = q.shape().length(1);
    return Tensor.apply(
        new AttentionOperation.Causal(), List.of(q, repeated(k, heads), repeated(v, heads)));
  }

  /// Of queries, keys and values that one linear map has made, with as many heads of each: as they
  /// come and go in one piece, none of it is copied.
  ///
  /// @param x `(B, T, 3·h·d)`: at each position all queries, all keys, all values, head by head
  /// @return `(B, T, h·d)`
  /// @throws ShapeException if the shape does not fit
  public static Tensor causal(Tensor x, int heads) {
    if (heads < 1 || x.shape().rank() != 3 || x.shape().length(2) % (3 * heads) != 0) {
      throw new ShapeException(
          "queries, keys and values %s of %d heads: (B, T, 3·h·d)".formatted(x.shape(), heads));
    }
    return Tensor.made(new AttentionOperation.CausalSelf(heads), x);
  }

  /// `(B, g, T, d)` as `(B, heads, T, d)`, each head over and over.
  private static Tensor repeated(Tensor x, int heads) {
    int groups = x.shape().length(1);
    if (groups == heads) {
      return x;
    }
    int batch = x.shape().length(0);
    int length = x.shape().length(2);
    int width = x.shape().length(3);
    return x.unsqueeze(2)
        .expand(batch, groups, heads / groups, length, width)
        .reshape(batch, heads, length, width);
  }

  private static void requireFit(Shape q, Shape k, Shape v) {
    boolean fit =
        q.rank() == 4
            && k.rank() == 4
            && k.equals(v)
            && q.length(0) == k.length(0)
            && q.length(2) == k.length(2)
            && q.length(3) == k.length(3)
            && k.length(1) > 0
            && q.length(1) % k.length(1) == 0;
    if (!fit) {
      throw new ShapeException(
          "queries %s, keys %s, values %s: (B, h, T, d) and twice (B, g, T, d), h = n·g"
              .formatted(q, k, v));
    }
  }
}
