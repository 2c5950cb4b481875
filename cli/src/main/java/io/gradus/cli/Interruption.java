package io.gradus.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Ctrl-C, as a question that a run asks between two steps.
///
/// The signal begins the end of the process; a shutdown hook holds that up until the command has
/// saved its state and said so.
final class Interruption implements AutoCloseable {
  /// A run that has not reached the end of a step by then is given up.
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean requested;
  private Optional<Thread> hook = Optional.empty();

  /// From now on a signal asks the run to stop, and waits for the command's end.
  BooleanSupplier watch() {
    var waiting = new Thread(this::waitForTheCommand, "interruption");
    Runtime.getRuntime().addShutdownHook(waiting);
    hook = Optional.of(waiting);
    return () -> requested;
  }

  private void waitForTheCommand() {
    requested = true;
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println(
            "gradus: the run did not stop in time; resume goes back to its last checkpoint");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The command is over; nothing is left to wait for.
  @Override
  public void close() {
    done.countDown();
    if (!requested) {
      try {
        hook.ifPresent(Runtime.getRuntime()::removeShutdownHook);
      } catch (IllegalStateException _) {
        // the process is ending already, and the hook with it
      }
    }
  }
}
