package io.gradus.experiments.insight;

import io.gradus.experiments.run.SetupException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How strongly each input of a small network reaches each output, path by path, at a point x.
///
/// A path goes from an input through one unit of each layer to an output. Its strength is the
/// product of its weights, `Π w`; its effective strength has the local slope of each unit on it
/// too, `Π w · f'(z)`. By the chain rule the effective paths from an input to an output add up to
/// the gradient: `∂y_k/∂x_i = Σ_paths Π w · f'(z)`. A bias is no path: it moves sums, and so
/// slopes, but no input comes in through it.
///
/// @param at x
/// @param stages the layers, those of the outputs last
/// @param paths all of them, the effectively strongest first
/// @param checks the sums beside what backpropagation finds
/// @param through for each stage, `(out, in)`: `Σ |effective strength|` of the paths over that edge
public record PathStrengths(
    List<Double> at,
    List<Stage> stages,
    List<Strength> paths,
    List<Check> checks,
    List<double[][]> through) {
  /// More are too many to look at.
  static final int MOST = 10_000;

  public PathStrengths {
    at = List.copyOf(at);
    stages = List.copyOf(stages);
    paths = List.copyOf(paths);
    checks = List.copyOf(checks);
    through = List.copyOf(through);
  }

  /// A path.
  ///
  /// @param units the input, a unit of each hidden layer, the output
  /// @param product `Π w`
  /// @param effective `Π w · f'(z)`
  public record Strength(List<Integer> units, double product, double effective) {
    public Strength {
      units = List.copyOf(units);
    }

    /// `x0 → h1.3 → y0`.
    public String inWords() {
      var words = new StringBuilder("x" + units.getFirst());
      for (int layer = 1; layer < units.size() - 1; layer++) {
        words.append(" → h").append(layer).append('.').append(units.get(layer));
      }
      return words + " → y" + units.getLast();
    }
  }

  /// The same number found in two ways.
  ///
  /// @param sum of the effective paths
  /// @param gradient `∂y/∂x` by backpropagation
  public record Check(int input, int output, double sum, double gradient) {
    /// How far they are apart, by rounding alone.
    public double difference() {
      return sum - gradient;
    }
  }

  /// Follows every path.
  ///
  /// @param gradients `(out, in)`, by backpropagation
  public static PathStrengths of(List<Double> at, List<Stage> stages, double[][] gradients) {
    requireFew(at.size(), stages.stream().map(Stage::units).toList());
    var walk = new Walk(stages, new ArrayList<>(), new ArrayList<>());
    stages.forEach(stage -> walk.through.add(new double[stage.units()][stage.inputs()]));
    for (int input = 0; input < at.size(); input++) {
      walk.follow(List.of(input), 1, 1);
    }
    List<Check> checks = new ArrayList<>();
    for (int output = 0; output < gradients.length; output++) {
      for (int input = 0; input < at.size(); input++) {
        checks.add(
            new Check(input, output, sum(walk.found, input, output), gradients[output][input]));
      }
    }
    walk.found.sort(
        Comparator.<Strength>comparingDouble(path -> Math.abs(path.effective)).reversed());
    return new PathStrengths(at, stages, walk.found, checks, walk.through);
  }

  /// A [SetupException] says how many paths there are, where they are too many.
  static void requireFew(int inputs, List<Integer> widths) {
    double count = inputs;
    for (int width : widths) {
      count *= width;
    }
    if (count > MOST) {
      throw new SetupException(
          String.format(
              Locale.ROOT,
              "%,.0f paths lead through %d inputs and layers of %s units; at most %,d are followed",
              count,
              inputs,
              widths,
              MOST));
    }
  }

  private static double sum(List<Strength> paths, int input, int output) {
    double sum = 0;
    for (Strength path : paths) {
      boolean between = path.units.getFirst() == input && path.units.getLast() == output;
      sum += between ? path.effective : 0;
    }
    return sum;
  }

  /// What was found on the way.
  private record Walk(List<Stage> stages, List<Strength> found, List<double[][]> through) {
    void follow(List<Integer> units, double product, double effective) {
      int depth = units.size() - 1;
      if (depth == stages.size()) {
        found.add(new Strength(units, product + 0.0, effective + 0.0)); // -0 becomes 0
        for (int stage = 0; stage < depth; stage++) {
          through.get(stage)[units.get(stage + 1)][units.get(stage)] += Math.abs(effective);
        }
        return;
      }
      Stage stage = stages.get(depth);
      for (int unit = 0; unit < stage.units(); unit++) {
        double weight = stage.weights()[unit][units.getLast()];
        List<Integer> longer = new ArrayList<>(units);
        longer.add(unit);
        follow(longer, product * weight, effective * weight * stage.slopes()[unit]);
      }
    }
  }
}
