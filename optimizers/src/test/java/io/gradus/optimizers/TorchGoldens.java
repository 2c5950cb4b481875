package io.gradus.optimizers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What PyTorch computed, read from its file with expressions that know its layout.
final class TorchGoldens {
  private TorchGoldens() {}

  /// Where a trajectory runs: the loss is `Σ scale (w - target)² + sin w`.
  ///
  /// @param name the optimizer and its settings, such as `adam "lr": 0.05`
  record Trajectory(String name, double[] start, double[] target, double[] scale, double[][] path) {
    double[] gradient(double[] w) {
      double[] g = new double[w.length];
      for (int i = 0; i < w.length; i++) {
        g[i] = 2 * scale[i] * (w[i] - target[i]) + StrictMath.cos(w[i]);
      }
      return g;
    }
  }

  /// The rates of updates 0, 1, ...
  ///
  /// @param name the schedule and its settings, such as `exponential "gamma": 0.93`
  record Rates(String name, double[] rates) {}

  /// Two gradients, their norm together, and what is left of them when it is limited to 1.
  record Clipped(double[][] gradients, double norm, double[][] clipped) {}

  static List<Trajectory> trajectories() {
    return found(
            """
            "name": "(\\w+)", "args": \\{([^}]*)}, "start": \\[(.*?)], "target": \\[(.*?)], \
            "scale": \\[(.*?)], "trajectory": \\[\\[(.*?)]]\
            """)
        .stream()
        .map(entry ->
            new Trajectory(
                entry.group(1) + " " + entry.group(2),
                numbers(entry.group(3)),
                numbers(entry.group(4)),
                numbers(entry.group(5)),
                Arrays.stream(entry.group(6).split("], \\[", -1))
                    .map(TorchGoldens::numbers)
                    .toArray(double[][]::new)))
        .toList();
  }

  static List<Rates> schedules() {
    return found(
            """
            "name": "(\\w+)", "args": \\{([^}]*)}, "base_lr": 0.1, "lr": \\[(.*?)]\
            """)
        .stream()
        .map(entry -> new Rates(entry.group(1) + " " + entry.group(2), numbers(entry.group(3))))
        .toList();
  }

  static Clipped clipped() {
    String gradient = "\\{\"shape\": \\[[^]]*], \"data\": \\[(.*?)]}";
    MatchResult entry =
        found(
                """
                "clip_grad_norm": \\{"grads": \\[%1$s, %1$s], "max_norm": 1.0, "total_norm": (.*?), \
                "clipped": \\[%1$s, %1$s]}\
                """
                    .formatted(gradient))
            .getFirst();
    return new Clipped(
        new double[][] {numbers(entry.group(1)), numbers(entry.group(2))},
        Double.parseDouble(entry.group(3)),
        new double[][] {numbers(entry.group(4)), numbers(entry.group(5))});
  }

  private static List<MatchResult> found(String expression) {
    return Pattern.compile(expression).matcher(text()).results().toList();
  }

  private static String text() {
    Path file =
        Optional.ofNullable(System.getProperty("gradus.goldens"))
            .filter(path -> !path.isEmpty())
            .map(Path::of)
            .orElseGet(() -> NeededFile.shared("reference/torch-goldens.json"));
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] numbers(String list) {
    return Arrays.stream(list.split(", ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
