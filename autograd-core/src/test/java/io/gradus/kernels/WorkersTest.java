package io.gradus.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyPartIsDoneOnce(int threads) {
    Workers workers = Workers.of(threads);
    assertThat(workers.threads()).isEqualTo(threads);
    for (int parts : new int[] {0, 1, 2, 3, 7, 1000}) {
      AtomicIntegerArray done = new AtomicIntegerArray(parts);
      workers.run(parts, done::incrementAndGet);
      for (int i = 0; i < parts; i++) {
        assertThat(done.get(i)).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void whatPartsWroteIsThereWhenTheCallReturns(int threads) {
    Workers workers = Workers.of(threads);
    int[] counts = new int[16];
    for (int call = 0; call < 5_000; call++) {
      workers.run(counts.length, i -> counts[i]++);
    }
    assertThat(counts).containsOnly(5_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void theFirstFailureReachesTheCallerAfterEveryPartHasEnded(int threads) {
    Workers workers = Workers.of(threads);
    AtomicInteger ended = new AtomicInteger();
    assertThatThrownBy(() ->
            workers.run(
                100,
                i -> {
                  ended.incrementAndGet();
                  if (i % 10 == 3) {
                    throw new IllegalStateException("part " + i);
                  }
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("part 3");
    assertThat(ended).hasValue(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void anErrorReachesTheCallerAndTheThreadsWorkOn(int threads) {
    Workers workers = Workers.of(threads);
    for (int call = 0; call < 20; call++) {
      assertThatThrownBy(() ->
              workers.run(
                  8,
                  _ -> {
                    throw new AssertionError("broken");
                  }))
          .isInstanceOf(AssertionError.class)
          .hasMessage("broken");
    }
    everyPartIsDoneOnce(threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void aCallFromInsideAPartDoesItsPartsItself(int threads) {
    Workers workers = Workers.of(threads);
    List<Set<Thread>> inner = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      inner.add(ConcurrentHashMap.newKeySet());
    }
    workers.run(
        20,
        i -> {
          inner.get(i).add(Thread.currentThread());
          workers.run(10, _ -> inner.get(i).add(Thread.currentThread()));
        });
    assertThat(inner).allSatisfy(doers -> assertThat(doers).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void severalCallersAtOnceAllGetTheirPartsDone(int threads) throws InterruptedException {
    Workers workers = Workers.of(threads);
    List<Thread> callers = new ArrayList<>();
    AtomicInteger done = new AtomicInteger();
    for (int caller = 0; caller < 4; caller++) {
      callers.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int call = 0; call < 500; call++) {
                  AtomicInteger mine = new AtomicInteger();
                  workers.run(9, _ -> mine.incrementAndGet());
                  done.addAndGet(mine.get());
                }
              }));
    }
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(done).hasValue(4 * 500 * 9);
  }

  @Test
  void twoThreadsWorkAtTheSameTime() {
    CyclicBarrier both = new CyclicBarrier(2);
    Set<Thread> doers = ConcurrentHashMap.newKeySet();
    Workers.of(2)
        .run(
            2,
            _ -> {
              doers.add(Thread.currentThread());
              meet(both);
            });
    assertThat(doers).hasSize(2).contains(Thread.currentThread());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void eachThreadBeginsWithAStretchOfItsOwn(int threads) {
    CyclicBarrier all = new CyclicBarrier(threads);
    Map<String, Integer> first = new ConcurrentHashMap<>();
    Workers.of(threads)
        .run(
            10 * threads,
            i -> {
              if (first.putIfAbsent(Thread.currentThread().getName(), i) == null) {
                meet(all);
              }
            });
    assertThat(first).hasSize(threads).containsEntry(Thread.currentThread().getName(), 0);
    for (int i = 1; i < threads; i++) {
      assertThat(first).containsEntry("gradus-worker-" + i, 10 * i);
    }
  }

  @Test
  void idleThreadsSleepHaveNamesAndAreDaemons() {
    AtomicReference<Thread> other = new AtomicReference<>(Thread.currentThread());
    Workers workers = Workers.of(2);
    CyclicBarrier both = new CyclicBarrier(2);
    Thread caller = Thread.currentThread();
    for (int call = 0; call < 3; call++) {
      workers.run(
          2,
          _ -> {
            meet(both);
            if (!Thread.currentThread().equals(caller)) {
              other.set(Thread.currentThread());
            }
          });
      Thread worker = other.get();
      assertThat(worker.getName()).isEqualTo("gradus-worker-1");
      assertThat(worker.isDaemon()).isTrue();
      long start = System.nanoTime();
      while (worker.getState() != Thread.State.WAITING && System.nanoTime() - start < 20e9) {
        Thread.onSpinWait();
      }
      assertThat(worker.getState()).isEqualTo(Thread.State.WAITING);
      worker.interrupt();
    }
  }

  @Test
  void rejectsNoThreads() {
    assertThatThrownBy(() -> Workers.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads = 0 must be at least 1");
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
