package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;

/// Positions in groups, each group one vector: `(B, T, C)` becomes `(B, T/count, count·C)`, and
/// `(B, T·C)` where there is one group (the tree of van den Oord et al. 2016, as in makemore).
@Doc("each few positions as one, (B, T, C) to (B, T / count, count C)")
public record FlattenConsecutive(@Doc("how many positions become one") int count)
    implements Unlearned {
  public FlattenConsecutive {
    require(count >= 1, "count = %d must be at least 1", count);
  }

  @Override
  public Signal infer(Signal in) {
    Shape shape = in.requireExactly("T, C");
    int length = shape.length(0);
    int width = Math.multiplyExact(count, shape.length(1));
    require(
        length > 0 && length % count == 0,
        "%s came in; (B, T, C) with T a multiple of count = %d is wanted",
        in,
        count);
    return length == count ? Signal.numbers(width) : Signal.numbers(length / count, width);
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    int examples = x.shape().length(0);
    int groups = x.shape().length(1) / count;
    int width = count * x.shape().length(2);
    return groups == 1 ? x.reshape(examples, width) : x.reshape(examples, groups, width);
  }
}
