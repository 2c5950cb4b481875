package io.gradus.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Ctrl-C, as a question that a run asks between two steps.
///
/// The signal begins the end of the process; a shutdown hook holds that up until the run has saved
/// its state.
final class Interruption {
  /// A run that has not reached the end of a step by then is given up.
  private static final long PATIENCE_SECONDS = 60;

  private static final CountDownLatch DONE = new CountDownLatch(1);
  private static volatile boolean requested;

  private Interruption() {}

  /// From now on a signal asks the run to stop, and waits for it.
  static BooleanSupplier watch() {
    Runtime.getRuntime().addShutdownHook(new Thread(Interruption::waitForTheRun, "interruption"));
    return () -> requested;
  }

  private static void waitForTheRun() {
    requested = true;
    try {
      if (!DONE.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println(
            "gradus: the run did not stop in time; resume goes back to its last checkpoint");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The command is over; nothing is left to wait for.
  static void finished() {
    DONE.countDown();
  }
}
