package io.gradus.benchmarks;

import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import io.gradus.tensor.Workspace;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/// The time of a training step, quicker than JMH and rougher: the median of blocks of steps in one
/// JVM, for looking at one network while its code changes. On a machine that others use, the time
/// on a processor moves less than that of the clock.
///
/// Arguments: a name of [TrainingStep.Workload], and how many seconds, 10 if nothing is said.
public final class StepTimes {
  private static final double BLOCK_SECONDS = 0.2;

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
    double warm = seconds(step, 3) / 3;
    int steps = (int) Math.max(1, BLOCK_SECONDS / warm);
    double[] micros = new double[1 + (int) (seconds / (steps * warm))];
    double busy = 0;
    for (int i = 0; i < micros.length; i++) {
      busy = i == micros.length / 2 ? processorSeconds() : busy;
      micros[i] = 1e6 * seconds(step, steps) / steps;
    }
    busy = processorSeconds() - busy;
    Arrays.sort(micros, micros.length / 2, micros.length); // the first half is warm-up
    int measured = micros.length - micros.length / 2;
    System.out.printf(
        Locale.ROOT,
        "%s %.1f us a step, least %.1f, %.1f of this thread on a processor, %d blocks of %d%n",
        workload,
        micros[micros.length / 2 + measured / 2],
        micros[micros.length / 2],
        1e6 * busy / measured / steps,
        measured,
        steps);
  }

  /// How long the calling thread has been on a processor.
  private static double processorSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static double seconds(Runnable step, int times) {
    long begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      step.run();
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
