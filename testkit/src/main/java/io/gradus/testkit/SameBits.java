package io.gradus.testkit;

import static org.assertj.core.api.Assertions.fail;

import io.gradus.nn.Layer;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Compute;
import io.gradus.tensor.DType;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Numbers that are equal to the last bit.
final class SameBits {
  /// Numbers that come in at once: enough for work to be shared among threads.
  private static final int NUMBERS = 4096;

  private SameBits() {}

  static boolean are(Tensor some, Tensor others) {
    return some.shape().equals(others.shape())
        && Arrays.equals(some.toDoubles(), others.toDoubles());
  }

  static void require(Tensor expected, Tensor real, String message) {
    if (!are(expected, real)) {
      double[] wanted = expected.toDoubles();
      double[] found = real.toDoubles();
      int at = Arrays.mismatch(wanted, found);
      fail(
          at >= 0 && at < Math.min(wanted.length, found.length)
              ? "%s: number %d is %s, not %s".formatted(message, at, found[at], wanted[at])
              : "%s: %s is not %s".formatted(message, real.shape(), expected.shape()));
    }
  }

  /// That a training step of a layer has the same bits on everything that computes.
  static void require(LayerSample sample) {
    Map<String, Tensor> expected = Computes.reference().call(() -> step(sample));
    for (Compute compute : Computes.others()) {
      Map<String, Tensor> real = compute.call(() -> step(sample));
      expected.forEach((what, numbers) ->
          require(
              numbers,
              real.getOrDefault(what, Tensor.scalar(0, DType.FLOAT32)),
              "%s: %s on %s differs from %s"
                  .formatted(sample, what, compute, Computes.reference())));
    }
  }

  /// The output of a step and its gradients, each as an array.
  private static SequencedMap<String, Tensor> step(LayerSample sample) {
    Layer layer = sample.layer(DType.FLOAT32);
    int examples = Math.clamp(NUMBERS / Math.max(1, sample.in().shape().size()), 3, 256);
    Tensor x = sample.batch(examples, DType.FLOAT32);
    Tensor y = layer.apply(x, LayerSample.training());
    Gradients gradients = Autograd.backward(GradientCheck.loss(y));
    SequencedMap<String, Tensor> found = new LinkedHashMap<>();
    found.put("the output", y.kept());
    gradients.find(x).ifPresent(dx -> found.put("the gradient of the input", dx.kept()));
    for (var entry : LayerSample.parameters(layer).learned()) {
      found.put("the gradient of " + entry.name(), gradients.of(entry.value()).kept());
    }
    return found;
  }
}
