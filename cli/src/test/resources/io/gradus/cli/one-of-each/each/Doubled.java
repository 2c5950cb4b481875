package each;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `y = 2x`: a layer that is its own recipe.
@Doc("everything twice")
public record Doubled() implements Layer, LayerSpec {
  @Override
  public Signal infer(Signal in) {
    return new Signal.Numbers(in.requireNumbers("..."));
  }

  @Override
  public Layer attach(Signal in, Init init) {
    return this;
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.mul(2);
  }
}
