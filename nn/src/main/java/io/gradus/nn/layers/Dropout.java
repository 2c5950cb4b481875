package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;
import io.gradus.tensor.Tensor;

/// `x / (1 - rate)`, and 0 with the chance `rate`, in training; `x` else (Srivastava et al. 2014).
///
/// It draws one uniform number for each of `x`, in row-major order; what draws below `rate` is
/// dropped.
public record Dropout(double rate) implements Layer {
  public Dropout {
    require(rate >= 0 && rate < 1, "rate = %s is outside [0, 1)", rate);
  }

  /// Dropout for numbers of any shape.
  @Doc("numbers dropped at random in training, the others scaled up for them")
  public record Spec(@Doc("the chance of each number to be dropped") double rate)
      implements LayerSpec {
    public Spec {
      require(rate >= 0 && rate < 1, "rate = %s is outside [0, 1)", rate);
    }

    @Override
    public Signal infer(Signal in) {
      return new Signal.Numbers(in.requireNumbers(""));
    }

    @Override
    public Dropout attach(Signal in, Init init) {
      return new Dropout(rate);
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return active(pass) ? x.mul(factors(x, pass.random())) : x;
  }

  /// Whether anything is dropped in this pass.
  boolean active(Pass pass) {
    return pass.training() && rate > 0;
  }

  private Tensor factors(Tensor x, Generator random) {
    double[] factors = new double[x.shape().size()];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = random.uniform() < rate ? 0 : 1 / (1 - rate);
    }
    return Tensor.of(factors, x.shape().lengths()).to(x.dtype()).detach();
  }
}
