package io.gradus.benchmarks;

import io.gradus.tensor.Compute;

/// That a benchmark runs on what it is meant to measure.
///
/// JMH's command line can replace a benchmark's JVM flags; without the Vector API's module a run
/// would silently measure the plain kernels.
final class Running {
  private Running() {}

  /// What `-Dbenchmark.kernels` demands, vectors unless it says otherwise.
  static void requireKernels() {
    String wanted = System.getProperty("benchmark.kernels", "vector");
    String running = Compute.standard().kernels().name();
    if (!running.startsWith(wanted)) {
      throw new IllegalStateException(
          "this runs on the kernels '%s' and is to measure '%s'; was --add-modules lost?"
              .formatted(running, wanted));
    }
    System.out.println("# " + Compute.standard());
  }

  /// That a result is what it should be, before anything is timed.
  static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(what);
    }
  }
}
