package io.gradus.benchmarks;

import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import io.gradus.tensor.Workspace;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/// How much of a training's time the garbage collector takes, in a heap of a given size.
///
/// Arguments: `fresh` or `workspace`, where results come from. The heap is the JVM's: run it with
/// `-Xmx256m`.
public final class TrainingMemory {
  private static final double SECONDS = 10;

  /// What fits into such a heap.
  private static final List<TrainingStep.Workload> LECTURES =
      List.of(TrainingStep.Workload.BATCHNORM_MLP, TrainingStep.Workload.WAVENET);

  private TrainingMemory() {}

  /// Prints a line a network.
  public static void main(String[] arguments) {
    Running.requireKernels();
    boolean fresh = arguments.length > 0 && arguments[0].equals("fresh");
    for (TrainingStep.Workload workload : LECTURES) {
      Network network = workload.build();
      Generator batches = Algorithm.PHILOX.generator(2);
      var workspace = new Workspace();
      long collecting = collecting();
      long begin = System.nanoTime();
      int steps = 0;
      while (System.nanoTime() - begin < SECONDS * 1e9) {
        if (fresh) {
          network.step(batches);
        } else {
          workspace.call(() -> network.step(batches));
        }
        steps++;
      }
      double millis = (System.nanoTime() - begin) / 1e6;
      System.out.printf(
          Locale.ROOT,
          "%-13s %s: %d steps, %.2f %% of the time in the collector, heap of %d MiB%n",
          workload,
          fresh ? "fresh memory" : "workspace",
          steps,
          (collecting() - collecting) * 100 / millis,
          Runtime.getRuntime().maxMemory() >> 20);
    }
  }

  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
