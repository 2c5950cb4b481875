package io.gradus.experiments;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.List;

/// What an experiment must show; it makes the experiment a test.
public sealed interface Expectation {
  /// A metric at one step.
  @Doc("a metric at one step")
  record Metric(
      @Doc("such as train/loss") String metric,
      @Doc("the step, from 1") int step,
      @Doc("the number") double value,
      @Doc("how far off it may be") @Default("0.0") double within)
      implements Expectation {
    public Metric {
      require(step >= 1, "step = %d must be at least 1", step);
      require(within >= 0, "within = %s must be at least 0", within);
    }
  }

  /// A metric at several steps in a row.
  @Doc("a metric at several steps in a row")
  record Series(
      @Doc("such as train/loss") String metric,
      @Doc("the first step") @Default("1") int from,
      @Doc("the numbers of that step and those after it") List<Double> values,
      @Doc("how far off each may be") @Default("0.0") double within)
      implements Expectation {
    public Series {
      require(from >= 1, "from = %d must be at least 1", from);
      require(within >= 0, "within = %s must be at least 0", within);
      values = List.copyOf(values);
    }
  }

  /// The first samples, in order.
  @Doc("the first samples, in order")
  record Samples(@Doc("the texts") List<String> samples) implements Expectation {
    public Samples {
      samples = List.copyOf(samples);
    }
  }

  /// The number of parameters.
  @Doc("the number of parameters")
  record Parameters(@Doc("how many") int parameters) implements Expectation {}
}
