package io.gradus.testkit;

import static org.assertj.core.api.Assertions.fail;

import io.gradus.experiments.run.Digest;
import io.gradus.experiments.run.ModelFile;
import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A layer whose numbers go to a file and come back.
final class StoredLayer {
  private StoredLayer() {}

  /// That a layer is what it was, to the last bit, after its numbers were stored, lost and read.
  static void requireKept(LayerSample sample, DType type) throws IOException {
    Layer layer = sample.layer(type);
    Tensor x = sample.batch(3, type);
    settle(layer, x);
    HeldNumbers held = HeldNumbers.of(layer);
    String before = digest(held);
    Tensor y = layer.apply(x, Pass.evaluation()).kept();
    Path file = Files.createTempFile("layer", ".safetensors");
    try {
      ModelFile.write(held, file);
      all(held).forEach(slice -> slice.write(filled(slice.size())));
      ModelFile.read(file, held);
    } finally {
      Files.delete(file);
    }
    if (!digest(held).equals(before)) {
      fail("the numbers of %s are others after a checkpoint", sample);
    }
    Tensor again = layer.apply(x, Pass.evaluation());
    SameBits.require(y, again, "%s gives other numbers after a checkpoint".formatted(sample));
  }

  /// A step of training, after which running statistics are not what they began as.
  private static void settle(Layer layer, Tensor x) {
    Pass pass = LayerSample.training();
    Tensor _ = layer.apply(x, pass);
    pass.settle();
  }

  private static double[] filled(int size) {
    double[] numbers = new double[size];
    Arrays.fill(numbers, 0.5);
    return numbers;
  }

  private static String digest(HeldNumbers held) {
    return Digest.of(all(held));
  }

  private static List<Slice> all(HeldNumbers held) {
    List<Slice> all = new ArrayList<>(held.parameters());
    all.addAll(held.buffers());
    return all;
  }
}
