package io.gradus.experiments.insight;

import io.gradus.experiments.insight.ParameterHistory.Jump;
import io.gradus.experiments.insight.ParameterHistory.Moment;
import io.gradus.experiments.insight.ParameterHistory.Trace;
import io.gradus.experiments.run.RunException;
import io.gradus.experiments.run.TensorBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Follows the numbers of one parameter through its snapshots, two of which it remembers.
final class ParameterWatch {
  /// More lines in one panel cannot be told apart.
  private static final int TRACES = 20;

  private final String name;
  private final List<Part> parts;
  private final int[] traced;
  private final List<Moment> moments = new ArrayList<>();
  private final List<double[]> seen = new ArrayList<>();
  private double[] before = {};
  private double[] changes = {};
  private int leftOut;
  private long pairs;
  private long turned;
  private Optional<Jump> jump = Optional.empty();

  /// A tensor of the parameter.
  record Part(String name, long[] shape, double[] numbers) {
    static Part of(String name, TensorBytes stored) {
      return new Part(name, stored.shape(), stored.numbers());
    }

    /// `weight[3, 1]`, the name alone for a single number.
    String entry(int place) {
      long[] indices = new long[shape.length];
      long rest = place;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        indices[axis] = rest % shape[axis];
        rest /= shape[axis];
      }
      return shape.length == 0 ? name : name + Arrays.toString(indices);
    }
  }

  ParameterWatch(String name, List<Part> parts) {
    this.name = name;
    this.parts = List.copyOf(parts);
    int size = numbers(parts).length;
    int count = Math.min(TRACES, size);
    traced = new int[count];
    for (int i = 0; i < count; i++) {
      traced[i] = (int) ((long) i * size / count);
    }
  }

  private static double[] numbers(List<Part> parts) {
    return parts.stream().flatMapToDouble(part -> Arrays.stream(part.numbers)).toArray();
  }

  /// Takes one snapshot more.
  void see(int step, List<Part> now) {
    double[] numbers = numbers(now);
    if (!moments.isEmpty() && numbers.length != before.length) {
      throw new RunException(
          "'%s' has %d numbers at step %d, and %d before"
              .formatted(name, numbers.length, step, before.length));
    }
    double[] finite = Arrays.stream(numbers).filter(Double::isFinite).toArray();
    leftOut += numbers.length - finite.length;
    if (!moments.isEmpty()) {
      change(moments.getLast().step(), step, numbers);
    }
    moments.add(Moment.of(step, finite));
    seen.add(Arrays.stream(traced).mapToDouble(place -> numbers[place]).toArray());
    before = numbers;
  }

  private void change(int from, int to, double... numbers) {
    double[] moved = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      double size = numbers[i] - before[i];
      if (!Double.isFinite(size)) {
        continue;
      }
      moved[i] = size;
      if (Math.abs(size) > Math.abs(jump.map(Jump::size).orElse(0.0))) {
        jump = Optional.of(new Jump(from, to, entry(i), size));
      }
      double earlier = changes.length == 0 ? 0 : changes[i];
      if (size != 0 && earlier != 0) {
        pairs++;
        turned += (size > 0) == (earlier > 0) ? 0 : 1;
      }
    }
    changes = moved;
  }

  private String entry(int place) {
    int left = place;
    for (Part part : parts) {
      if (left < part.numbers.length) {
        return part.entry(left);
      }
      left -= part.numbers.length;
    }
    throw new IllegalArgumentException("%s has no number %d".formatted(name, place));
  }

  /// What was seen so far.
  ParameterHistory history() {
    List<Trace> traces = new ArrayList<>();
    for (int i = 0; i < traced.length; i++) {
      int line = i;
      double[] numbers = seen.stream().mapToDouble(snapshot -> snapshot[line]).toArray();
      traces.add(new Trace(entry(traced[i]), numbers));
    }
    Optional<Double> turns = pairs == 0 ? Optional.empty() : Optional.of((double) turned / pairs);
    return new ParameterHistory(name, before.length, leftOut, moments, turns, jump, traces);
  }
}
