package io.gradus.benchmarks;

import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import io.gradus.tensor.Workspace;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The time of a training step, quicker than JMH and rougher: the median of the steps in one JVM,
/// for looking at one network while its code changes. On a machine that others use, the time on a
/// processor moves less than that of the clock.
///
/// Arguments: a name of [TrainingStep.Workload], and how many seconds, 10 if nothing is said.
public final class StepTimes {
  private StepTimes() {}

  /// Prints one line.
  public static void main(String[] arguments) {
    Running.requireKernels();
    var workload = TrainingStep.Workload.valueOf(arguments[0]);
    double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 10;
    Network network = workload.build();
    Generator batches = Algorithm.PHILOX.generator(2);
    var workspace = new Workspace();
    Runnable step = () -> workspace.call(() -> network.step(batches));
    workload.requireIgnorance(workspace.call(() -> network.step(batches)));
    measure(step, seconds / 2); // until the compiler has seen enough
    Measured measured = measure(step, seconds / 2);
    System.out.printf(
        Locale.ROOT,
        "%s %.1f us a step, least %.1f, %.1f of this thread on a processor, %d steps%n",
        workload,
        measured.median,
        measured.least,
        measured.busy,
        measured.steps);
  }

  /// Microseconds a step.
  private record Measured(double median, double least, double busy, int steps) {}

  private static Measured measure(Runnable step, double seconds) {
    List<Double> micros = new ArrayList<>();
    double busy = processorSeconds();
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < 1e9 * seconds) {
      long from = System.nanoTime();
      step.run();
      micros.add((System.nanoTime() - from) / 1e3);
    }
    int steps = micros.size();
    busy = 1e6 * (processorSeconds() - busy) / steps;
    micros.sort(Comparator.naturalOrder());
    return new Measured(micros.get(steps / 2), micros.getFirst(), busy, steps);
  }

  /// How long the calling thread has been on a processor.
  private static double processorSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
