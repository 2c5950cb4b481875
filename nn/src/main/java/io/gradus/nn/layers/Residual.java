package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.Sublayers;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;
import java.util.List;

/// `x + f(x)`, where `f` is layers one behind the other (He et al. 2015).
public record Residual(List<Layer> layers) implements Layer {
  public Residual {
    layers = List.copyOf(layers);
  }

  /// Layers around which what comes in is carried.
  @Doc("x + layers(x) (He et al. 2015)")
  public record Spec(@Doc("the layers in order") List<LayerSpec> layers) implements LayerSpec {
    public Spec {
      layers = List.copyOf(layers);
      require(!layers.isEmpty(), "layers is empty: there must be at least one");
    }

    @Override
    public Signal infer(Signal in) {
      var x = new Signal.Numbers(in.requireNumbers(""));
      Signal f = Sublayers.infer("layers", layers, x);
      require(f.equals(x), "%s came in, and the layers make %s of them; one shape is wanted", x, f);
      return x;
    }

    @Override
    public Residual attach(Signal in, Init init) {
      return new Residual(Sublayers.attach("layers", layers, in, init));
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.add(Sublayers.apply("layers", layers, x, pass));
  }
}
