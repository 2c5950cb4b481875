package io.gradus.experiments.run;

import io.gradus.experiments.ExperimentLoader;
import io.gradus.tensor.Compute;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Work to be timed: the trainer's own step on synthetic tokens, or a matrix product.
public enum Workload {
  /// One document a step of the experiment gpt/microgpt, on the scalar engine and one thread.
  MICROGPT_SCALAR("microgpt-scalar") {
    @Override
    Timing time(ExperimentLoader loader, Compute compute) {
      double microseconds =
          TimedSteps.microseconds(loader, "gpt/microgpt", _ -> SyntheticNames.documents());
      return Timing.ofStep(title(), 1, "scalar", microseconds);
    }
  },

  /// The MLP with batch norm of makemore part 3.
  BATCHNORM_MLP("batchnorm-mlp"),

  /// The WaveNet of makemore part 5.
  WAVENET("wavenet"),

  /// The transformer of makemore.py.
  MAKEMORE_TRANSFORMER("makemore-transformer"),

  /// nanoGPT's recipe for a processor.
  GPT_CHAR_CPU("gpt-char-cpu"),

  /// nanoGPT's recipe for a graphics card, on four sequences a step.
  GPT_CHAR_10M("gpt-char-10m"),

  /// A product of two matrices of 1024 x 1024 floats.
  MATMUL_1024("matmul-1024") {
    @Override
    Timing time(ExperimentLoader loader, Compute compute) {
      return Timing.ofProduct(
          title(),
          compute.threads(),
          compute.kernels().name(),
          compute.call(() -> Products.gigaflops(1024)));
    }
  };

  private final String title;

  Workload(String title) {
    this.title = title;
  }

  /// The name on the command line and in tables.
  public String title() {
    return title;
  }

  /// Times the steps of the experiment `bench/` of this name.
  ///
  /// @param compute what tensors are computed on
  Timing time(ExperimentLoader loader, Compute compute) {
    return Timing.ofStep(
        title,
        compute.threads(),
        compute.kernels().name(),
        compute.call(
            () -> TimedSteps.microseconds(loader, "bench/" + title, UnaryOperator.identity())));
  }

  /// Times it on so many worker threads, where it can use them.
  public Timing time(ExperimentLoader loader, int threads) {
    return time(loader, Compute.on(Compute.standard().kernels(), threads));
  }

  /// What was measured, the median over blocks.
  ///
  /// @param unit `us_per_step` or `gflops`
  public record Timing(String workload, int threads, String kernels, String unit, double value) {
    static Timing ofStep(String workload, int threads, String kernels, double microseconds) {
      return new Timing(workload, threads, kernels, "us_per_step", microseconds);
    }

    static Timing ofProduct(String workload, int threads, String kernels, double gigaflops) {
      return new Timing(workload, threads, kernels, "gflops", gigaflops);
    }

    /// As one object of `gradus bench --json`.
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("workload", workload);
      json.put("threads", threads);
      json.put("kernels", kernels);
      json.put(unit, Math.round(value * 10) / 10.0);
      return json;
    }

    /// As a line for people.
    public String words() {
      return String.format(
          Locale.ROOT,
          "%-20s %8.1f %s (threads %d, kernels %s)",
          workload,
          value,
          unit.equals("gflops") ? "GFLOP/s" : "us a step",
          threads,
          kernels);
    }
  }
}
