package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.data.DataContext;
import io.gradus.data.Dataset;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.run.Trainer;
import io.gradus.nn.Outcome;
import io.gradus.nn.TrainedModel;
import io.gradus.random.Generator;
import io.gradus.random.Streams;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the small problems teach must not hang on a lucky seed.
class LearningTest {
  @Test
  void aHiddenLayerLearnsExclusiveOrFromNearlyEverySeed() {
    List<Double> accuracies = accuracies("micrograd/xor", 100);

    assertThat(accuracies).filteredOn(accuracy -> accuracy == 1.0).hasSizeGreaterThanOrEqualTo(95);
  }

  @Test
  void withoutOneNoSeedLearnsMoreThanThreeRowsOfExclusiveOr() {
    assertThat(accuracies("micrograd/xor-linear", 100))
        .allSatisfy(accuracy -> assertThat(accuracy).isLessThanOrEqualTo(0.75));
  }

  @ParameterizedTest
  @ValueSource(strings = {"micrograd/and-linear", "micrograd/or-linear"})
  void aLinePartsTheRowsOfAndAndOrFromEverySeed(String experiment) {
    assertThat(accuracies(experiment, 100)).containsOnly(1.0);
  }

  /// How many rows are right at the last step, from the seeds 0, 1, ...
  private static List<Double> accuracies(String experiment, int seeds) {
    var plan = (Experiment.Trained) Lab.load(experiment).experiment();
    return LongStream.range(0, seeds).mapToObj(seed -> accuracy(plan, seed)).toList();
  }

  private static double accuracy(Experiment.Trained plan, long seed) {
    Streams random = plan.random().streams(seed);
    Dataset data = plan.data().load(new Points(random));
    TrainedModel model = plan.model().build(data.form(), random.stream("init"));
    var trainer = new Trainer(model, data, plan.optimizer(), plan.train(), random);
    Outcome last = trainer.step(0).outcome();
    for (int t = 1; t < trainer.steps(); t++) {
      last = trainer.step(t).outcome();
    }
    return last.others().getOrDefault("accuracy", Double.NaN);
  }

  /// Points are made, not read.
  private record Points(Streams random) implements DataContext {
    @Override
    public String corpus(String name) {
      throw new AssertionError(name);
    }

    @Override
    public String file(Path file) {
      throw new AssertionError(file);
    }

    @Override
    public Generator stream(String name) {
      return random.stream(name);
    }
  }
}
