package io.gradus.testkit;

import static org.assertj.core.api.Assertions.fail;

import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

/// What else could come into a layer: each is taken, and then inferred rightly, or refused in
/// words.
final class OtherSignals {
  private OtherSignals() {}

  /// Signals of every kind and of few axes, but this one.
  static List<Signal> to(Signal in) {
    return Stream.of(new int[] {}, new int[] {3}, new int[] {4, 3}, new int[] {2, 4, 3})
        .map(Shape::of)
        .flatMap(shape -> Stream.of(new Signal.Numbers(shape), new Signal.Tokens(5, shape)))
        .<Signal>map(signal -> signal)
        .filter(signal -> !signal.equals(in))
        .toList();
  }

  static void requireTakenOrRefused(LayerSample sample, Signal other) {
    LayerSample tried = sample.where(other);
    Shape inferred;
    try {
      inferred = sample.spec().infer(other).shape();
    } catch (IllegalArgumentException e) {
      requireWords(tried, e);
      return;
    } catch (RuntimeException e) {
      throw new AssertionError(
          "%s fails with %s; an IllegalArgumentException says what came in".formatted(tried, e), e);
    }
    requireReal(tried, LayerSample.batched(3, inferred));
  }

  private static void requireWords(LayerSample tried, IllegalArgumentException refusal) {
    String message = String.valueOf(refusal.getMessage());
    if (!message.contains(" ")) {
      fail("%s is refused without a reason: '%s'", tried, message);
    }
  }

  private static void requireReal(LayerSample tried, Shape inferred) {
    Shape real;
    try {
      Layer layer = tried.layer(DType.FLOAT32);
      real = layer.apply(tried.batch(3, DType.FLOAT32), Pass.evaluation()).shape();
    } catch (RuntimeException e) {
      throw new AssertionError("%s is inferred, and fails with %s".formatted(tried, e), e);
    }
    if (!real.equals(inferred)) {
      fail("%s infers the shape %s, and %s comes out", tried, inferred, real);
    }
  }
}
