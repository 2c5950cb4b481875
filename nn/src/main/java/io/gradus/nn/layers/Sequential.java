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

/// Layers, one behind the other.
public record Sequential(List<Layer> layers) implements Layer {
  public Sequential {
    layers = List.copyOf(layers);
  }

  /// Layers, one behind the other.
  @Doc("layers, one behind the other")
  public record Spec(@Doc("the layers in order") List<LayerSpec> layers) implements LayerSpec {
    public Spec {
      layers = List.copyOf(layers);
      require(!layers.isEmpty(), "layers is empty: there must be at least one");
    }

    @Override
    public Signal infer(Signal in) {
      return Sublayers.infer("layers", layers, in);
    }

    @Override
    public Sequential attach(Signal in, Init init) {
      return new Sequential(Sublayers.attach("layers", layers, in, init));
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return Sublayers.apply("layers", layers, x, pass);
  }
}
