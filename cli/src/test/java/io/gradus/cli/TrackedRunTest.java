package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.config.Composer.Assignment;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.run.RunListener;
import io.gradus.experiments.run.RunReport;
import io.gradus.experiments.run.Telemetry;
import io.gradus.experiments.tracking.Tracker;
import io.gradus.experiments.tracking.TrackerSpec;
import io.gradus.plugin.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run whose numbers go to a table too.
class TrackedRunTest {
  private static final String[] SETTINGS = {
    "train.steps=12", "evaluate={every: 5}", "split={train: 0.8, validation: 0.2}"
  };

  @TempDir private Path folder;

  private static Loaded load(String trackers) {
    return Lab.load(
        "micrograd/moons", SETTINGS[0], SETTINGS[1], SETTINGS[2], "trackers=" + trackers);
  }

  @Test
  void aTrackerChangesNoBitAndNoName() {
    RunReport plain = Lab.run(load("[]"), folder.resolve("plain"));
    RunReport tracked = Lab.run(load("[{type: csv}]"), folder.resolve("tracked"));

    assertThat(tracked.result()).isEqualTo(plain.result());
    assertThat(tracked.folder().getFileName()).isEqualTo(plain.folder().getFileName());
    for (String name : List.of("metrics.jsonl", "checkpoint.safetensors", "result.json")) {
      assertThat(tracked.folder().resolve(name))
          .hasSameBinaryContentAs(plain.folder().resolve(name));
    }
    assertThat(plain.folder().resolve("metrics.csv")).doesNotExist();
  }

  @Test
  void theTableHoldsEveryNumberOfTheRun() throws IOException {
    RunReport run = Lab.run(load("[{type: csv, file: table.csv}]"), folder);

    List<String> rows = Files.readAllLines(run.folder().resolve("table.csv"));
    assertThat(rows).hasSize(13);
    List<String> columns = List.of(rows.getFirst().split(","));
    assertThat(columns)
        .hasSameElementsAs(
            List.of(
                "step",
                "train/loss",
                "train/accuracy",
                "validation/loss",
                "validation/accuracy",
                "train/full-loss",
                "train/full-accuracy"));
    for (int step = 1; step <= 12; step++) {
      String[] cells = rows.get(step).split(",", -1);
      assertThat(cells[0]).isEqualTo(Integer.toString(step));
      for (int i = 1; i < cells.length; i++) {
        String number = run.metrics().at(columns.get(i), step).map(Object::toString).orElse("");
        assertThat(cells[i]).as("%s at %d", columns.get(i), step).isEqualTo(number);
      }
    }
  }

  @Test
  void aRunThatGoesOnHasEachRowOnce() throws IOException {
    Loaded experiment = load("[{type: csv}]");
    Path whole = Lab.run(experiment, folder.resolve("whole")).folder();
    Path stopped = Lab.interrupt(7, experiment, folder.resolve("stopped")).folder();
    assertThat(Files.readAllLines(stopped.resolve("metrics.csv"))).hasSize(8);
    // killed past its checkpoint
    Files.delete(stopped.resolve("result.json"));
    Files.writeString(stopped.resolve("metrics.jsonl"), Lab.text(whole.resolve("metrics.jsonl")));
    Files.writeString(stopped.resolve("metrics.csv"), Lab.text(whole.resolve("metrics.csv")));

    Lab.resume(stopped, () -> false);

    assertThat(stopped.resolve("metrics.csv")).hasSameBinaryContentAs(whole.resolve("metrics.csv"));
  }

  @Test
  void aCountedModelIsTrackedToo() {
    Loaded counts =
        Lab.load("makemore/bigram-counts", "data.corpus=given-names", "trackers=[{type: csv}]");

    RunReport run = Lab.run(counts, folder);

    assertThat(run.folder().resolve("metrics.csv"))
        .hasContent("step,train/loss\n1," + run.metrics().last().get("train/loss") + "\n");
  }

  @Test
  void theSameTrackerTwiceIsRefused() {
    Called run =
        Called.gradus(
            "run",
            "micrograd/xor",
            "--set",
            "trackers=[{type: csv}, {type: csv}]",
            "--out",
            folder);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("trackers: ").contains("holds the same one twice");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aTableThatCannotBeginStopsTheRunUntilItCan() throws IOException {
    Loaded experiment = load("[{type: csv}]");
    Path whole = Lab.run(experiment, folder.resolve("whole")).folder();
    Path stopped = Lab.interrupt(7, experiment, folder.resolve("stopped")).folder();
    Path table = stopped.resolve("metrics.csv");
    Files.delete(table);
    Files.createDirectory(table);

    Called refused = Called.gradus("resume", stopped);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .contains("gradus: trackers[0] cannot begin: ")
        .contains("metrics.csv");

    Files.delete(table);
    assertThat(Called.gradus("resume", stopped).code()).isZero();
    assertThat(table).hasSameBinaryContentAs(whole.resolve("metrics.csv"));
  }

  /// Fails at a step.
  public record Faulty(int at) implements TrackerSpec {
    @Override
    public Tracker open(Path folder, int begun) {
      return (step, name, value) -> {
        if (step >= at) {
          throw new IllegalStateException("no answer at step %d of %s".formatted(step, name));
        }
      };
    }
  }

  /// What a plugin offers.
  private static final class Plugin implements Catalog {
    @Override
    public Map<String, Class<? extends Record>> types() {
      return Map.of("faulty", Faulty.class);
    }
  }

  @Test
  void aTrackerThatFailsIsNamedOnceAndTheRunGoesOn() {
    var catalogs = new ArrayList<Catalog>(List.of(new Plugin()));
    ServiceLoader.load(Catalog.class).forEach(catalogs::add);
    Loaded faulty =
        new ExperimentLoader(Registry.of(catalogs))
            .load(
                "micrograd/xor",
                List.of(new Assignment("--set", "trackers=[{type: faulty, at: 3}, {type: csv}]")));
    var warnings = new ArrayList<String>();
    RunListener listener =
        new RunListener() {
          @Override
          public void warned(String message) {
            warnings.add(message);
          }
        };

    RunReport run =
        Lab.runner(Telemetry::prometheus).run(faulty, folder.resolve("a"), listener, () -> false);

    assertThat(run.result())
        .isEqualTo(Lab.run(Lab.load("micrograd/xor"), folder.resolve("b")).result());
    assertThat(warnings)
        .containsExactly(
            "trackers[0] failed and is left out: java.lang.IllegalStateException: no answer at step"
                + " 3 of train/loss");
    assertThat(Lab.text(run.folder().resolve("run.log"))).containsOnlyOnce(warnings.getFirst());
    assertThat(Lab.text(run.folder().resolve("metrics.csv")).lines())
        .hasSize(run.result().steps() + 1);
  }
}
