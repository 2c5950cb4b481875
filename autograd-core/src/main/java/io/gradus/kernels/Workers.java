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
  /// @throws RuntimeException what a part threw, after every other part has ended
  void run(int parts, IntConsumer part);

  /// The caller alone.
  static Workers caller() {
    return new Workers() {
      @Override
      public int threads() {
        return 1;
      }

      @Override
      public void run(int parts, IntConsumer part) {
        for (int i = 0; i < parts; i++) {
          part.accept(i);
        }
      }
    };
  }
}
