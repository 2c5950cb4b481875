package io.gradus.experiments.run;

import io.gradus.nn.Outcome;
import java.io.IOException;
import java.nio.file.Path;

/// The metrics of a run, in memory, in its log and with its trackers.
final class MetricsRecord implements AutoCloseable {
  private final Metrics metrics = new Metrics();
  private final Path folder;
  private final MetricsLog log;
  private final Trackers trackers;

  /// Goes on behind what was recorded up to a step; trackers are told that again.
  MetricsRecord(Path folder, int step, Trackers trackers) {
    this.folder = folder;
    this.trackers = trackers;
    try {
      this.log = MetricsLog.open(folder, step, this::note);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private void note(Metrics.Point point) {
    metrics.add(point);
    trackers.recorded(point);
  }

  Metrics metrics() {
    return metrics;
  }

  /// Whether a metric has a number at a step.
  boolean has(String name, int step) {
    return metrics.at(name, step).isPresent();
  }

  /// Notes one number, unless it is there from before an interruption.
  void add(int step, String name, double value) {
    if (has(name, step)) {
      return;
    }
    var point = new Metrics.Point(step, name, value);
    note(point);
    try {
      log.write(point);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /// Notes a loss and what else was seen, such as `train/loss` and `train/accuracy`.
  ///
  /// @param loss the name of the loss in this part
  void add(int step, String part, String loss, Outcome outcome) {
    add(step, part + "/" + loss, outcome.loss());
    String prefix = loss.substring(0, loss.length() - "loss".length());
    outcome.others().forEach((name, value) -> add(step, part + "/" + prefix + name, value));
  }

  /// Brings everything to the file.
  void flush() {
    try {
      log.flush();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
    trackers.flush();
  }

  /// Nothing more is recorded: the run is over.
  void end(String status) {
    flush();
    trackers.ended(status);
  }

  @Override
  public void close() {
    try {
      log.close();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private RunException cannotWrite(IOException e) {
    return RunDirectory.cannotWrite(folder.resolve(MetricsLog.FILE), e);
  }
}
