package io.gradus.kernels;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A caller and its standing threads, which look for a job for a moment and then sleep.
///
/// It has one job at a time. Whoever asks meanwhile, from inside a part or from another thread,
/// does its parts itself: that is always right, and nothing has to wait. Nor does the caller wait
/// for a thread to come: it works too, and takes whatever nobody claimed.
final class Crew implements Workers {
  private final AtomicBoolean busy = new AtomicBoolean();
  private final List<Worker> others = new ArrayList<>();
  private volatile @Nullable Job job;

  Crew(int threads) {
    for (int i = 1; i < threads; i++) {
      Worker worker = new Worker(i);
      worker.setDaemon(true);
      others.add(worker);
    }
    others.forEach(Thread::start);
  }

  @Override
  public int threads() {
    return others.size() + 1;
  }

  @Override
  public void run(int parts, IntConsumer part) {
    if (parts < 2 || !busy.compareAndSet(false, true)) {
      Caller.ALONE.run(parts, part);
      return;
    }
    try {
      Job mine = new Job(parts, part, threads());
      job = mine;
      for (int i = 0; i < Math.min(parts - 1, others.size()); i++) {
        others.get(i).wake();
      }
      mine.work(0);
      mine.finish();
    } finally {
      job = null;
      busy.set(false);
    }
  }

  private final class Worker extends Thread {
    private final int number; // 0 is the caller
    private volatile boolean asleep;

    Worker(int number) {
      super("gradus-worker-" + number);
      this.number = number;
    }

    void wake() {
      if (asleep) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      Job done = null;
      while (true) {
        Job found = job;
        long start = System.nanoTime();
        while (found == null || found == done) {
          if (System.nanoTime() - start < Job.PATIENCE_NANOS) {
            Thread.onSpinWait();
          } else {
            sleep(done);
            start = System.nanoTime();
          }
          found = job;
        }
        found.work(number);
        done = found;
      }
    }

    /// Sleeps, unless a job has come since the last look: a caller that sees this thread awake has
    /// shown its job before.
    private void sleep(@Nullable Job done) {
      asleep = true;
      Job latest = job;
      if (latest == null || latest == done) {
        LockSupport.park(Crew.this);
        interrupted(); // or park would never sleep again
      }
      asleep = false;
    }
  }
}
