package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.run.RunReport;
import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run of a network that is killed at any moment comes to the bits of one that was left alone.
class KillTest {
  private static final int KILLS = 30;

  /// Time for some checkpoints, after a run has begun or gone on.
  private static final int LONGEST_LIFE_MILLIS = 400;

  /// Everything that has a state: dropped numbers, running means, an optimizer's memory, drawn
  /// batches, the best evaluation, patience.
  private static final String EXPERIMENT =
      """
      name: killed
      seed: 7
      data: {type: lines, corpus: given-names}
      tokenizer: {type: characters, boundary: dot}
      examples: {type: windows, length: 4}
      split: {train: 0.8, validation: 0.1}
      model:
        type: sequential
        layers:
          - {type: embedding, width: 6}
          - {type: flatten}
          - {type: linear, out: 24}
          - {type: batchnorm1d}
          - {type: tanh}
          - {type: dropout, rate: 0.1}
          - {type: linear, out: 27}
      optimizer: {type: adamw, lr: {type: cosine, from: 0.01}}
      train: {steps: 1500, batch: 16, order: random, accumulate: 2, clip: {norm: 1.0}}
      evaluate: {every: 100, patience: 40}
      checkpoint: {every: 50}
      record: {weights: 300}
      sample: {count: 5}
      """;

  @TempDir private Path folder;

  @Test
  void aRunKilledAtThirtyMomentsComesToTheSameBits() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("killed.yaml"), EXPERIMENT);
    RunReport whole = Lab.run(Lab.load(file.toString()), folder.resolve("whole"));
    Path run = folder.resolve("out").resolve("killed").resolve(whole.folder().getFileName());
    Generator moments = Algorithm.PHILOX.generator(30);
    int finished = 0;
    for (int kills = 0; kills < KILLS; ) {
      try (Child child = Files.exists(run.resolve("experiment.yaml")) ? resume(run) : begin(file)) {
        long before = size(run.resolve("run.log"));
        child.await(() -> size(run.resolve("run.log")) > before);
        int life = moments.below(LONGEST_LIFE_MILLIS);
        if (!child.process().waitFor(life, TimeUnit.MILLISECONDS)) {
          child.process().destroyForcibly().waitFor();
          kills++;
        } else {
          assertThat(child.end().code()).isZero();
        }
      }
      if (Files.exists(run.resolve("result.json"))) {
        assertSame(whole.folder(), run);
        finished++;
        delete(run);
      }
    }
    if (finished == 0) {
      assertThat(Called.gradus("resume", run).code()).isZero();
      assertSame(whole.folder(), run);
    }
  }

  private static long size(Path file) {
    return file.toFile().length(); // 0 where there is none
  }

  private static void delete(Path run) throws IOException {
    try (Stream<Path> files = Files.walk(run)) {
      for (Path old : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(old);
      }
    }
  }

  private Child begin(Path file) throws IOException {
    return Child.start(folder, List.of(), "run", file, "--quiet", "--out", folder.resolve("out"));
  }

  private Child resume(Path run) throws IOException {
    return Child.start(folder, List.of(), "resume", run, "--quiet");
  }

  private static void assertSame(Path whole, Path run) throws IOException {
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = whole.relativize(file).toString();
        if (!List.of("run.log", "metrics.prom", "provenance.json").contains(name)) {
          assertThat(run.resolve(name)).as(name).hasSameBinaryContentAs(file);
        }
      }
    }
  }
}
