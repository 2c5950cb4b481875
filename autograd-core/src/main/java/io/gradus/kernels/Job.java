package io.gradus.kernels;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The parts of one call of [Workers#run], claimed one by one by whoever is free.
///
/// Each thread begins with a stretch of its own, and goes on with those of others: so it mostly
/// meets the rows that it made in the job before, which its own cache still holds.
final class Job {
  /// How long a thread looks for news before it sleeps: a hand-off to a thread that looks takes
  /// well below 1 us, one to a thread that sleeps tens of them, and a thread that slept may start
  /// on its waker's core. Between two products of a training step lies less than this.
  static final long PATIENCE_NANOS = 200_000;

  /// Numbers in a cache line.
  private static final int LINE = 16;

  private static final int LOOKS_BETWEEN_CLOCKS = 16;

  private final int parts;
  private final Thread asker = Thread.currentThread();
  private final int stretches;
  private final AtomicIntegerArray next; // by stretch, each in a cache line of its own
  private final AtomicInteger ended = new AtomicInteger();
  private @Nullable IntConsumer part;
  private volatile boolean askerSleeps;
  private int failedPart;
  private @Nullable Throwable failure;

  /// @param parts at least 1
  Job(int parts, IntConsumer part, int threads) {
    this.parts = parts;
    this.part = part;
    this.stretches = Math.min(threads, parts);
    this.next = new AtomicIntegerArray(stretches * LINE);
    for (int i = 1; i < stretches; i++) {
      next.setPlain(i * LINE, start(i));
    }
  }

  private int start(int stretch) {
    return (int) ((long) parts * stretch / stretches);
  }

  /// Does parts until none is left to claim.
  ///
  /// @param thread which of the threads this is, from 0
  void work(int thread) {
    for (int i = 0; i < stretches; i++) {
      claim((thread + i) % stretches);
    }
  }

  private void claim(int stretch) {
    int end = start(stretch + 1);
    int at = stretch * LINE;
    for (int i = next.getAndIncrement(at); i < end; i = next.getAndIncrement(at)) {
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
