package io.gradus.testkit;

import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Ones;
import io.gradus.nn.initialisers.Zeros;
import io.gradus.nn.layers.BatchNorm1d;
import io.gradus.nn.layers.BatchNorm1d.Spread;
import io.gradus.nn.layers.BatchNorm1d.Variance;
import io.gradus.nn.layers.LayerNorm;
import io.gradus.nn.layers.RmsNorm;
import java.util.List;
import java.util.Optional;

class NormsTest implements LayerContract {
  private static LayerSample batchNorm(
      double eps, Variance normaliser, Spread running, Optional<List<Integer>> axes, Signal in) {
    var spec = new BatchNorm1d.Spec(eps, 0.1, normaliser, running, axes, new Ones(), new Zeros());
    return new LayerSample(spec, in, Trait.TRAINS_DIFFERENTLY);
  }

  @Override
  public List<LayerSample> samples() {
    Optional<List<Integer>> all = Optional.empty();
    return List.of(
        new LayerSample(new LayerNorm.Spec(1e-5, true, true), Signal.numbers(5)),
        new LayerSample(new LayerNorm.Spec(1e-5, true, false), Signal.numbers(2, 3), Trait.CAUSAL),
        new LayerSample(new LayerNorm.Spec(1e-5, false, false), Signal.numbers(4)),
        new LayerSample(new RmsNorm.Spec(1e-6, true), Signal.numbers(5)),
        new LayerSample(new RmsNorm.Spec(1e-6, false), Signal.numbers(2, 3), Trait.CAUSAL),
        batchNorm(1e-5, Variance.BIASED, Spread.VARIANCE, all, Signal.numbers(4)),
        batchNorm(1e-5, Variance.BIASED, Spread.VARIANCE, all, Signal.numbers(3, 4)),
        batchNorm(0, Variance.UNBIASED, Spread.DEVIATION, all, Signal.numbers(4)),
        batchNorm(
            1e-5,
            Variance.UNBIASED,
            Spread.VARIANCE,
            Optional.of(List.of(0)),
            Signal.numbers(3, 2)),
        batchNorm(
            1e-5,
            Variance.BIASED,
            Spread.VARIANCE,
            Optional.of(List.of(0, 2)),
            Signal.numbers(2, 3, 2)));
  }
}
