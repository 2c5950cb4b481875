package io.gradus.kernels;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The parts of one call of [Workers#run], claimed one by one by whoever is free.
final class Job {
  /// How long a thread looks for news before it sleeps: a hand-off to a thread that looks takes
  /// well below 1 us, one to a thread that sleeps tens of them, and a thread that slept may start
  /// on its waker's core. Between two products of a training step lies less than this.
  static final long PATIENCE_NANOS = 200_000;

  private static final int LOOKS_BETWEEN_CLOCKS = 16;

  private final int parts;
  private final Thread asker = Thread.currentThread();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private @Nullable IntConsumer part;
  private volatile boolean askerSleeps;
  private int failedPart;
  private @Nullable Throwable failure;

  Job(int parts, IntConsumer part) {
    this.parts = parts;
    this.part = part;
  }

  /// Does parts until none is left to claim.
  void work() {
    for (int i = next.getAndIncrement(); i < parts; i = next.getAndIncrement()) {
      try {
        accept(i);
      } catch (Throwable thrown) { // also an Error: it belongs to the asker, not to this thread
        fail(i, thrown);
      }
      if (ended.incrementAndGet() == parts && askerSleeps) {
        LockSupport.unpark(asker);
      }
    }
  }

  private void accept(int i) {
    IntConsumer open = part;
    if (open == null) {
      throw new IllegalStateException("part " + i + " of a job that is over");
    }
    open.accept(i);
  }

  private synchronized void fail(int i, Throwable thrown) {
    if (failure == null || i < failedPart) {
      failedPart = i;
      failure = thrown;
    }
  }

  /// Waits for the parts that others have claimed, and throws what one of them threw.
  void finish() {
    if (!look()) {
      askerSleeps = true;
      while (ended.get() < parts) {
        LockSupport.park(this);
      }
    }
    part =
        null; // a worker may hold this job until its next one, and should not hold the arrays too
    rethrow();
  }

  private boolean look() {
    if (ended.get() == parts) {
      return true;
    }
    long start = System.nanoTime();
    do {
      for (int i = 0; i < LOOKS_BETWEEN_CLOCKS; i++) {
        if (ended.get() == parts) {
          return true;
        }
        Thread.onSpinWait();
      }
    } while (System.nanoTime() - start < PATIENCE_NANOS);
    return false;
  }

  private synchronized void rethrow() {
    switch (failure) {
      case null -> {}
      case RuntimeException thrown -> throw thrown;
      case Error thrown -> throw thrown;
      default -> throw new IllegalStateException(failure);
    }
  }
}
