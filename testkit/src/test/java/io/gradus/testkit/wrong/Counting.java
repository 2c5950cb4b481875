package io.gradus.testkit.wrong;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.tensor.Tensor;
import java.util.concurrent.atomic.AtomicInteger;

/// A layer that multiplies by how often it was applied, and keeps that to itself.
///
/// @param onlyInTraining whether applications for evaluation are not counted
public record Counting(AtomicInteger applied, boolean onlyInTraining) implements Layer {
  /// The recipe.
  public record Spec(boolean onlyInTraining) implements LayerSpec {
    @Override
    public Signal infer(Signal in) {
      return in;
    }

    @Override
    public Counting attach(Signal in, Init init) {
      return new Counting(new AtomicInteger(1), onlyInTraining);
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    boolean counted = pass.training() || !onlyInTraining;
    return x.mul(counted ? applied.incrementAndGet() : applied.get());
  }
}
