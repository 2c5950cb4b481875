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
import java.util.ArrayList;
import java.util.List;

/// Each position beside those before it, the newest first: `(B, T, C)` becomes `(B, T, length·C)`,
/// as the MLP of makemore.py sees its context. What lies before the beginning is one learned row.
///
/// @param blank the row that stands before the beginning, `(1, C)`
/// @param length how many positions are seen, itself the first
public record CausalWindow(Parameter blank, int length) implements Layer {
  /// A window over the past.
  @Doc("each position beside those before it, the newest first, (B, T, C) to (B, T, length C)")
  public record Spec(
      @Doc("how many positions are seen, itself the first") int length,
      @Doc("first numbers of the row that stands before the beginning") @Default("{type: normal}")
          Initialiser blankInit)
      implements LayerSpec {
    public Spec {
      require(length >= 2, "length = %d must be at least 2; 1 sees nothing before", length);
    }

    @Override
    public Signal infer(Signal in) {
      Shape shape = in.requireExactly("T, C");
      return new Signal.Numbers(shape.with(-1, Math.multiplyExact(length, shape.length(-1))));
    }

    @Override
    public CausalWindow attach(Signal in, Init init) {
      Fan fan = Fan.table(1, in.shape().length(-1));
      return new CausalWindow(init.parameter("blank", blankInit, fan), length);
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    int b = x.shape().length(0);
    int t = x.shape().length(1);
    int past = length - 1;
    Tensor before = blank.value().expand(b, past, x.shape().length(2)); // (B, length - 1, C)
    Tensor padded = Tensor.concatenate(1, List.of(before, x)); // (B, length - 1 + T, C)
    List<Tensor> views = new ArrayList<>();
    for (int back = 0; back < length; back++) {
      views.add(padded.slice(1, past - back, past - back + t)); // (B, T, C)
    }
    return Tensor.concatenate(2, views); // (B, T, length·C)
  }
}
