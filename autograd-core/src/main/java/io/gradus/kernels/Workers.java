package io.gradus.kernels;

import java.util.function.IntConsumer;

/// Threads that share the parts of one piece of work.
///
/// How work is split into parts follows from the data's shape alone, so that the number of threads
/// never reaches a bit of the result.
public interface Workers {
  /// How many threads work, the caller among them; at least 1.
  int threads();

  /// Does the parts `0 .. parts - 1`, each once, in any order and on any thread, and returns when
  /// all are done. A call from inside a part does its parts itself.
  ///
  /// @throws RuntimeException what the first of the parts that failed threw, after every part has
  ///   ended
  void run(int parts, IntConsumer part);

  /// The caller alone.
  static Workers caller() {
    return Caller.ALONE;
  }

  /// The caller and `threads - 1` daemon threads, which sleep while there is no work.
  ///
  /// The threads live as long as the process, and need no closing: make one of these and keep it.
  ///
  /// @throws IllegalArgumentException if `threads` is below 1
  static Workers of(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads = %d must be at least 1".formatted(threads));
    }
    return threads == 1 ? caller() : new Crew(threads);
  }
}
