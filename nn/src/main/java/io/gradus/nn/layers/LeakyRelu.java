package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Pass;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `x` above 0, `slope·x` below, element by element (Maas et al. 2013).
@Doc("x above 0, slope * x below (Maas et al. 2013)")
public record LeakyRelu(@Doc("the slope below 0") @Default("0.01") double slope)
    implements Elementwise {
  public LeakyRelu {
    require(Double.isFinite(slope), "slope = %s must be finite", slope);
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.leakyRelu(slope);
  }
}
