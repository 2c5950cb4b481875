package io.gradus.testkit.wrong;

import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.tensor.Tensor;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// A layer that infers and computes whatever a test wants to see refused.
public record Odd(UnaryOperator<Signal> inference, BiFunction<Tensor, Pass, Tensor> forward)
    implements LayerSpec, Layer {
  @Override
  public Signal infer(Signal in) {
    return inference.apply(in);
  }

  @Override
  public Odd attach(Signal in, Init init) {
    return this;
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return forward.apply(x, pass);
  }

  @Override
  public String toString() {
    return "Odd";
  }
}
