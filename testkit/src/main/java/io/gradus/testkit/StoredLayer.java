package io.gradus.testkit;

import static org.assertj.core.api.Assertions.fail;

import io.gradus.experiments.run.Digest;
import io.gradus.experiments.run.ModelFile;
import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A layer whose numbers go to a file and come back.
final class StoredLayer {
  private StoredLayer() {}

  /// That the numbers of a trained layer, stored and read into one that began as another, make it
  /// the same to the last bit.
  static void requireKept(LayerSample sample, DType type) throws IOException {
    Layer layer = sample.layer(type);
    Tensor x = sample.batch(3, type);
    settle(layer, x);
    HeldNumbers held = HeldNumbers.of(layer);
    Layer other = sample.spec().attach(sample.in(), Init.of(new Philox(43), type));
    HeldNumbers read = HeldNumbers.of(other);
    Path file = Files.createTempFile("layer", ".safetensors");
    try {
      ModelFile.write(held, file);
      ModelFile.read(file, read);
    } finally {
      Files.delete(file);
    }
    if (!digest(read).equals(digest(held))) {
      fail("the numbers of %s are others behind a checkpoint", sample);
    }
    SameBits.require(
        layer.apply(x, Pass.evaluation()),
        other.apply(x, Pass.evaluation()),
        "%s knows something that a checkpoint does not keep".formatted(sample));
  }

  /// A step of training, after which running statistics are not what they began as.
  private static void settle(Layer layer, Tensor x) {
    Pass pass = LayerSample.training();
    Tensor _ = layer.apply(x, pass);
    pass.settle();
  }

  private static String digest(HeldNumbers held) {
    List<Slice> all = new ArrayList<>(held.parameters());
    all.addAll(held.buffers());
    return Digest.of(all);
  }
}
