package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradus.experiments.tracking.Tracker;
import io.gradus.experiments.tracking.TrackerSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrackersTest {
  private final List<String> told = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /// Writes down what it is told, and throws where it is told to.
  private final class Diary implements Tracker {
    private final String name;
    private final String fault;

    Diary(String name, String fault) {
      this.name = name;
      this.fault = fault;
    }

    private void note(String what) throws IOException {
      told.add(name + " " + what);
      if (what.startsWith(fault)) {
        throw new IOException("the disk is full");
      }
    }

    @Override
    public void recorded(int step, String metric, double value) throws IOException {
      note("recorded " + step + " " + metric + " " + value);
    }

    @Override
    public void flush() throws IOException {
      note("flush");
    }

    @Override
    public void ended(String status) throws IOException {
      note("ended " + status);
    }

    @Override
    public void close() throws IOException {
      note("close");
    }
  }

  private TrackerSpec diary(String name, String fault) {
    return (_, step) -> {
      told.add(name + " open " + step);
      if (fault.equals("open")) {
        throw new IOException("no such place");
      }
      return new Diary(name, fault);
    };
  }

  private Trackers open(TrackerSpec... specs) {
    return Trackers.open(List.of(specs), Path.of("run"), 7, warnings::add);
  }

  private static void tell(Trackers trackers) {
    trackers.recorded(new Metrics.Point(8, "train/loss", 0.5));
    trackers.flush();
    trackers.ended("complete");
    trackers.close();
  }

  @Test
  void aTrackerIsToldEverythingInOrder() {
    tell(open(diary("a", "never")));

    assertThat(told)
        .containsExactly(
            "a open 7", "a recorded 8 train/loss 0.5", "a flush", "a ended complete", "a close");
    assertThat(warnings).isEmpty();
  }

  @Test
  void aTrackerThatThrowsIsLeftOutAndTheOthersGoOn() {
    tell(open(diary("a", "recorded"), diary("b", "never")));

    assertThat(told)
        .containsExactly(
            "a open 7",
            "b open 7",
            "a recorded 8 train/loss 0.5",
            "a close",
            "b recorded 8 train/loss 0.5",
            "b flush",
            "b ended complete",
            "b close");
    assertThat(warnings)
        .containsExactly(
            "trackers[0] failed and is left out: java.io.IOException: the disk is full");
  }

  @Test
  void aTrackerThatCannotBeClosedIsSaid() {
    tell(open(diary("a", "close")));

    assertThat(warnings)
        .containsExactly("trackers[0] could not be closed: java.io.IOException: the disk is full");
  }

  @Test
  void aTrackerThatCannotBeginStopsTheRunAndClosesTheOthers() {
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> open(diary("a", "never"), diary("b", "open"), diary("c", "never")))
        .withMessage("trackers[1] cannot begin: java.io.IOException: no such place");
    assertThat(told).containsExactly("a open 7", "b open 7", "a close");
  }
}
