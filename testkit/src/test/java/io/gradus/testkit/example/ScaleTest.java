package io.gradus.testkit.example;

import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Normal;
import io.gradus.testkit.LayerContract;
import io.gradus.testkit.LayerSample;
import io.gradus.testkit.Trait;
import java.util.List;

/// All that the author of a plugin writes to have a layer tried.
class ScaleTest implements LayerContract {
  @Override
  public List<LayerSample> samples() {
    var spec = new Scale.Spec(new Normal(0, 1));
    return List.of(
        new LayerSample(spec, Signal.numbers(5)),
        new LayerSample(spec, Signal.numbers(4, 3), Trait.CAUSAL));
  }
}
