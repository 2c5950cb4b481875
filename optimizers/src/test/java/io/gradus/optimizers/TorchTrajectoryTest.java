package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Twelve steps of each rule beside PyTorch's, in double precision.
@Tag("needs-data")
class TorchTrajectoryTest {
  private static final double LR = 0.05;

  /// Where a trajectory runs: the loss is `Σ scale (w - target)² + sin w`.
  private record Golden(double[] start, double[] target, double[] scale, double[][] trajectory) {
    /// The one of this name that has no setting but the learning rate.
    static Golden of(String name) throws IOException {
      Path file =
          Optional.ofNullable(System.getProperty("gradus.goldens"))
              .filter(path -> !path.isEmpty())
              .map(Path::of)
              .orElseGet(() -> NeededFile.shared("reference/torch-goldens.json"));
      Matcher found =
          Pattern.compile(
                  """
                  "name": "%s", "args": \\{"lr": 0.05}, "start": \\[(.*?)], "target": \\[(.*?)], \
                  "scale": \\[(.*?)], "trajectory": \\[\\[(.*?)]]\
                  """
                      .formatted(name))
              .matcher(Files.readString(file));
      assertThat(found.find()).as("%s in %s", name, file).isTrue();
      return new Golden(
          numbers(found.group(1)),
          numbers(found.group(2)),
          numbers(found.group(3)),
          Arrays.stream(found.group(4).split("], \\[", -1))
              .map(Golden::numbers)
              .toArray(double[][]::new));
    }

    private static double[] numbers(String list) {
      return Arrays.stream(list.split(", ", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    double[] gradient(double[] w) {
      double[] g = new double[w.length];
      for (int i = 0; i < w.length; i++) {
        g[i] = 2 * scale[i] * (w[i] - target[i]) + Math.cos(w[i]);
      }
      return g;
    }
  }

  private static <M extends Record> void requireTrajectory(Rule<M> rule, String name)
      throws IOException {
    Golden golden = Golden.of(name);
    double[] w = golden.start().clone();
    M memory = rule.start(w.length);
    assertThat(golden.trajectory()).hasDimensions(12, 5);
    for (int t = 0; t < 12; t++) {
      double rate = rule.lr().rate(t, 12);
      rule.step(new Rule.Update(t, rate, 1), w, golden.gradient(w), memory);
      assertThat(w).containsExactly(golden.trajectory()[t], within(1e-10));
    }
  }

  @Test
  void gradientDescentIsThatOfTorch() throws IOException {
    requireTrajectory(new Sgd(new Constant(LR)), "sgd");
  }

  @Test
  void adamIsThatOfTorch() throws IOException {
    requireTrajectory(new Adam(new Constant(LR), 0.9, 0.999, 1e-8), "adam");
  }
}
