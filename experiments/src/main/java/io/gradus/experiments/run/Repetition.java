package io.gradus.experiments.run;

import io.gradus.experiments.Loaded;
import io.gradus.nn.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// A place beside a run where it is made again, for the time that it is looked at.
public final class Repetition implements AutoCloseable {
  private final RecordedRun run;
  private final Path folder;
  private final RunLock lock;

  private Repetition(RecordedRun run, Path folder, RunLock lock) {
    this.run = run;
    this.folder = folder;
    this.lock = lock;
  }

  /// Makes the place; a [RunException] where another process has it.
  public static Repetition of(RecordedRun run) {
    Path whole = run.folder().toAbsolutePath().normalize();
    Path folder = whole.resolveSibling("." + whole.getFileName() + ".reproduced");
    RunLock lock = RunLock.take(folder, run.folder() + " is being reproduced by another process");
    try {
      RunDirectory.deleteAll(folder); // its process was killed
      return new Repetition(run, folder, lock);
    } catch (IOException e) {
      lock.close();
      throw RunDirectory.cannotWrite(folder, e);
    }
  }

  /// Runs it; a [SetupException] before the first step where its data have changed.
  public RunReport run(
      Loaded experiment, Runner runner, RunListener listener, BooleanSupplier stop) {
    return runner.run(experiment, folder, new SameData(listener), stop);
  }

  @Override
  public void close() {
    try {
      RunDirectory.deleteAll(folder);
    } catch (IOException e) {
      throw RunDirectory.cannotWrite(folder, e);
    } finally {
      lock.close();
    }
  }

  /// Looks at the data when they are read and nothing was computed.
  private final class SameData implements RunListener {
    private final RunListener listener;

    SameData(RunListener listener) {
      this.listener = listener;
    }

    @Override
    public void started(Path here, int examples, long parameters, int step) {
      requireSameData(Json.read(here.resolve(Provenance.FILE), Provenance.class).data());
      listener.started(run.folder(), examples, parameters, step);
    }

    @Override
    public void warned(String message) {
      listener.warned(message);
    }

    @Override
    public void stepped(int step, int steps, Outcome outcome) {
      listener.stepped(step, steps, outcome);
    }

    @Override
    public void sampled(int written, int count) {
      listener.sampled(written, count);
    }
  }

  private void requireSameData(List<Provenance.DataFile> now) {
    List<Provenance.DataFile> then = run.provenance().map(Provenance::data).orElse(List.of());
    if (then.size() != now.size()) {
      throw new SetupException(
          "%s read %d texts, and its experiment.yaml reads %d now; nothing was run"
              .formatted(run.folder(), then.size(), now.size()));
    }
    for (int i = 0; i < then.size(); i++) {
      if (!then.get(i).sha256().equals(now.get(i).sha256())) {
        throw new SetupException(
            """
            the data of this run have changed; nothing was run
              then  %s
              now   %s\
            """
                .formatted(inWords(then.get(i)), inWords(now.get(i))));
      }
    }
  }

  private static String inWords(Provenance.DataFile data) {
    return String.format(
        Locale.ROOT,
        "%s, %,d bytes, SHA-256 %s, from %s",
        data.name(),
        data.bytes(),
        data.sha256(),
        data.origin());
  }
}
