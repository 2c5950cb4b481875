package io.gradus.experiments.run;

import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Training;
import io.gradus.nn.TrainedModel;
import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The trainer's own step of a scalar language model, timed on synthetic documents.
final class ScalarSteps {
  /// Enough for the compiler to finish, then blocks that are long beside the clock's grain.
  private static final int WARM_UP = 12_000;

  private static final int BLOCKS = 31;
  private static final int BLOCK = 500;

  private ScalarSteps() {}

  /// The median over blocks of steps.
  static double microseconds(ExperimentLoader loader, String experiment) {
    var plan = (Experiment.Trained) loader.load(experiment, List.of()).experiment();
    Documents documents = names();
    TrainedModel model = plan.model().build(documents.form(), Algorithm.PHILOX.generator(1));
    int steps = WARM_UP + BLOCKS * BLOCK;
    var trainer =
        new Trainer(model, documents, plan.optimizer(), new Training(steps, Optional.of(1)));
    for (int t = 0; t < WARM_UP; t++) {
      trainer.step(t);
    }
    double[] blocks = new double[BLOCKS];
    for (int block = 0; block < BLOCKS; block++) {
      long start = System.nanoTime();
      for (int i = 0; i < BLOCK; i++) {
        trainer.step(WARM_UP + block * BLOCK + i);
      }
      blocks[block] = (System.nanoTime() - start) / 1e3 / BLOCK;
    }
    Arrays.sort(blocks);
    return blocks[BLOCKS / 2];
  }

  /// 1,000 documents over 26 letters, as long as the names of the published run: 7.17 positions in
  /// the mean, the boundary's among them.
  private static Documents names() {
    Generator generator = Algorithm.PHILOX.generator(0);
    List<int[]> documents =
        Stream.generate(() -> name(generator, length(generator))).limit(1000).toList();
    return new Documents(new Form.Tokens(27, 26), documents);
  }

  /// 3 to 9 letters, a sixth of a letter more in the mean.
  private static int length(Generator generator) {
    return 3 + generator.below(7) + (generator.below(6) == 0 ? 1 : 0);
  }

  private static int[] name(Generator generator, int length) {
    int[] letters = new int[length];
    Arrays.setAll(letters, _ -> generator.below(26));
    return letters;
  }
}
