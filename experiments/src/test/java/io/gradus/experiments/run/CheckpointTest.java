package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradus.experiments.Training;
import io.gradus.nn.Model;
import io.gradus.nn.Slice;
import io.gradus.optimizers.Constant;
import io.gradus.optimizers.Sgd;
import io.gradus.random.Algorithm;
import io.gradus.random.Source;
import io.gradus.random.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private final Streams random = Streams.shared(new Source(Algorithm.CPYTHON, 7));

  @TempDir private Path folder;
  private Path file = Path.of("");

  private static Model model(Slice... slices) {
    return () -> List.of(slices);
  }

  private static Optimizer momentum(Slice slice) {
    var rule = new Sgd(new Constant(0.1), 0.9, 0, false, 0);
    return new Optimizer(rule, List.of(slice), Training.of(9, Optional.empty()));
  }

  @BeforeEach
  void save() throws IOException {
    file = folder.resolve(Checkpoint.FILE);
    Files.write(
        file,
        Checkpoint.of(
                12,
                true,
                Optional.of("abc"),
                model(new Plain("w", 1, 2)),
                new TreeMap<>(Map.of("w/velocity", TensorBytes.of(new double[] {3, 4}, 2))),
                random)
            .stored()
            .bytes());
  }

  @Test
  void bringsBackParametersMemoryRandomnessAndTokenizer() {
    double next = random.stream("any").uniform();
    var weight = new Plain("w", 0, 0);
    Optimizer optimizer = momentum(weight);

    Checkpoint read = Checkpoint.read(file);
    read.restore(model(weight));
    read.restore(optimizer);
    read.restore(random);

    assertThat(read.step()).isEqualTo(12);
    assertThat(read.tokenizer()).hasValue("abc");
    assertThat(weight.numbers()).containsExactly(1, 2);
    assertThat(memory(optimizer, "w/velocity").doubles()).containsExactly(3, 4);
    assertThat(random.stream("any").uniform()).isEqualTo(next);
  }

  @Test
  void refusesAnotherModel() {
    refuses(read -> read.restore(model(new Plain("v", 0, 0))), "the checkpoint has no 'v'");
    refuses(
        read -> read.restore(model(new Plain("w", 0, 0, 0))),
        "the checkpoint's 'w' is F64[2], the model's F64[3]");
  }

  @Test
  void refusesAnotherOptimizer() {
    refuses(
        read -> read.restore(momentum(new Plain("v", 0, 0))),
        "the checkpoint has no 'optimizer/v/velocity'");
    refuses(
        read -> read.restore(momentum(new Plain("w", 0, 0, 0))),
        "the checkpoint's 'optimizer/w/velocity' is F64[2], the model's F64[3]");
  }

  @Test
  void refusesOtherRandomness() {
    refuses(
        read -> read.restore(Streams.shared(new Source(Algorithm.NUMPY_LEGACY, 7))),
        "the checkpoint's random state does not fit");
  }

  private void refuses(Consumer<Checkpoint> restoring, String message) {
    Checkpoint read = Checkpoint.read(file);

    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> restoring.accept(read))
        .withMessageStartingWith(message);
  }

  private static TensorBytes memory(Optimizer optimizer, String name) {
    return Optional.ofNullable(optimizer.memory().get(name)).orElseThrow();
  }
}
