package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.Loaded;
import io.gradus.experiments.run.RunReport;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A training without autograd, on names that are built in.
class ManualBackpropRunTest {
  @TempDir private Path folder;

  private static Loaded load(String... settings) {
    String[] all = new String[settings.length + 3];
    all[0] = "data.corpus=given-names";
    all[1] = "evaluate={every: 10}";
    all[2] = "sample.count=3";
    System.arraycopy(settings, 0, all, 3, settings.length);
    return Lab.load("makemore/manual-backprop", all);
  }

  @Test
  void anInterruptedTrainingGoesOnToTheSameBits() {
    Loaded experiment = load("train.steps=20");
    RunReport whole = Lab.run(experiment, folder.resolve("whole"));
    Path stopped = Lab.interrupt(7, experiment, folder.resolve("stopped")).folder();

    RunReport resumed = Lab.resume(stopped, () -> false);

    assertThat(resumed.result().digest()).isEqualTo(whole.result().digest());
    assertThat(resumed.result().metrics()).isEqualTo(whole.result().metrics());
    assertThat(resumed.samples()).isEqualTo(whole.samples());
  }

  @Test
  void itLearns() {
    Map<String, Double> first =
        Lab.run(load("train.steps=1"), folder.resolve("one")).metrics().last();
    Map<String, Double> last =
        Lab.run(load("train.steps=600", "model.momentum=0.01"), folder.resolve("many"))
            .metrics()
            .last();

    assertThat(first.get("train/loss")).isGreaterThan(3.3);
    assertThat(last.get("validation/loss")).isLessThan(2.8);
  }
}
