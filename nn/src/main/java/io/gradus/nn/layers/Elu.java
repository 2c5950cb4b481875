package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Pass;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Tensor;

/// `x` above 0, `α(eˣ - 1)` below, element by element (Clevert et al. 2015).
@Doc("x above 0, alpha (exp(x) - 1) below (Clevert et al. 2015)")
public record Elu(@Doc("minus the number that is reached far below 0") @Default("1.0") double alpha)
    implements Elementwise {
  public Elu {
    require(Double.isFinite(alpha), "alpha = %s must be finite", alpha);
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.elu(alpha);
  }
}
