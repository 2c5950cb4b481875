package io.gradus.kernels;

import java.util.function.IntConsumer;

/// The thread that asks, doing all parts itself, in order.
enum Caller implements Workers {
  /// The one there is.
  ALONE;

  @Override
  public int threads() {
    return 1;
  }

  @Override
  public void run(int parts, IntConsumer part) {
    if (parts == 1) {
      part.accept(0);
    } else if (parts > 1) {
      Job job = new Job(parts, part, 1);
      job.work(0);
      job.finish();
    }
  }
}
