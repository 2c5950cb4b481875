package io.gradus.experiments.run;

import io.gradus.experiments.tracking.Tracker;
import io.gradus.experiments.tracking.TrackerSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// The trackers of a run. One that cannot begin stops it before anything is computed; one that
/// fails later is left out, and the run goes on.
final class Trackers implements AutoCloseable {
  /// What a tracker is told.
  private interface Call {
    void on(Tracker tracker) throws IOException;
  }

  /// By their places in the experiment file.
  private final SequencedMap<String, Tracker> open = new LinkedHashMap<>();

  private final Consumer<String> warnings;

  private Trackers(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /// Opens all of them, or none.
  ///
  /// @param step the last one that was made before
  /// @param warnings takes what a person should know
  static Trackers open(List<TrackerSpec> specs, Path folder, int step, Consumer<String> warnings) {
    var trackers = new Trackers(warnings);
    for (int i = 0; i < specs.size(); i++) {
      String place = "trackers[%d]".formatted(i);
      try {
        trackers.open.put(place, specs.get(i).open(folder, step));
      } catch (IOException | RuntimeException | LinkageError e) {
        trackers.close();
        throw new RunException("%s cannot begin: %s".formatted(place, inWords(e)));
      }
    }
    return trackers;
  }

  void recorded(Metrics.Point point) {
    tell(tracker -> tracker.recorded(point.step(), point.name(), point.value()));
  }

  void flush() {
    tell(Tracker::flush);
  }

  void ended(String status) {
    tell(tracker -> tracker.ended(status));
  }

  private void tell(Call call) {
    open.entrySet().removeIf(each -> fails(each.getKey(), each.getValue(), call));
  }

  /// Whether a tracker threw; it is closed then.
  private boolean fails(String place, Tracker tracker, Call call) {
    try {
      call.on(tracker);
      return false;
    } catch (IOException | RuntimeException | LinkageError e) {
      warnings.accept("%s failed and is left out: %s".formatted(place, inWords(e)));
      close(place, tracker);
      return true;
    }
  }

  private void close(String place, Tracker tracker) {
    try {
      tracker.close();
    } catch (IOException | RuntimeException | LinkageError e) {
      warnings.accept("%s could not be closed: %s".formatted(place, inWords(e)));
    }
  }

  private static String inWords(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.toString();
  }

  @Override
  public void close() {
    open.forEach(this::close);
    open.clear();
  }
}
