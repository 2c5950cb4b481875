package io.gradus.experiments.run;

import io.gradus.data.Tokenizer;
import io.gradus.experiments.Recording;
import io.gradus.experiments.Snapshots;
import io.gradus.nn.TrainedModel;
import io.gradus.random.Streams;
import java.util.Optional;

/// Saves what a run needs to go on, and what is kept of the way.
final class States {
  /// How often a long training saves its state, so that a killed one loses little. It changes no
  /// number.
  private static final long SAVE_NANOS = 60_000_000_000L;

  private static final String BEST = "best.safetensors";

  private final RunFiles files;
  private final Snapshots snapshots;
  private final Optional<Integer> weights;
  private final TrainedModel model;
  private final Trainer trainer;
  private final Streams random;
  private final Optional<Tokenizer> tokenizer;
  private long saved = System.nanoTime();

  States(
      RunFiles files,
      Optional<Snapshots> snapshots,
      Optional<Recording> recording,
      TrainedModel model,
      Trainer trainer,
      Streams random,
      Optional<Tokenizer> tokenizer) {
    this.files = files;
    this.snapshots = snapshots.orElse(new Snapshots(Optional.empty(), true));
    this.weights = recording.flatMap(Recording::weights);
    this.model = model;
    this.trainer = trainer;
    this.random = random;
    this.tokenizer = tokenizer;
  }

  /// Keeps what the plans say after this step.
  ///
  /// @param best whether the validation loss was never lower
  /// @param record reaches its file before a state does, so that none is without its metrics
  void after(int step, boolean best, MetricsRecord record) {
    boolean snapshot = step > 0 && snapshots.every().filter(n -> step % n == 0).isPresent();
    if (weights.filter(every -> step % every == 0).isPresent()) {
      files.recordWeights(step, Checkpoint.numbersOf(model));
    }
    if (!snapshot && !(best && snapshots.best()) && System.nanoTime() - saved < SAVE_NANOS) {
      return;
    }
    record.flush();
    Checkpoint now = now(step, false);
    if (snapshot) {
      files.save(now, "checkpoints/step-%09d.safetensors".formatted(step));
    }
    if (best && snapshots.best()) {
      files.save(now, BEST);
    }
    save(now);
  }

  /// Saves the state after a step as the last one.
  ///
  /// @param sampled whether the samples are written
  void save(int step, boolean sampled) {
    save(now(step, sampled));
  }

  private void save(Checkpoint now) {
    files.save(now, Checkpoint.FILE);
    saved = System.nanoTime();
  }

  private Checkpoint now(int step, boolean sampled) {
    return Checkpoint.of(
        step,
        sampled,
        tokenizer.map(Tokenizer::learned),
        model,
        trainer.optimizer().memory(),
        random);
  }

  /// Puts a saved state in the place of the present one.
  void restore(Checkpoint checkpoint) {
    checkpoint.restore(model);
    checkpoint.restore(trainer.optimizer());
    checkpoint.restore(random);
  }
}
