package io.gradus.experiments.tracking;

import java.io.IOException;

/// Is told every number of one run, in the order in which they are recorded.
///
/// It watches and cannot change a bit of the run. Where a method throws, the run says so once, goes
/// on without this tracker and closes it.
public interface Tracker extends AutoCloseable {
  /// A number was recorded.
  ///
  /// @param step the update, from 1; never lower than the last one
  /// @param name such as `train/loss`
  /// @param value which may be infinite, or no number
  void recorded(int step, String name, double value) throws IOException;

  /// What was told so far must outlive the process: the run is about to save its state.
  default void flush() throws IOException {}

  /// The run is over, and nothing more is told.
  ///
  /// @param status `complete`, `interrupted` or `diverged`, as `result.json` is about to say
  default void ended(String status) throws IOException {}

  /// Lets go of what it holds; the only call after a method threw.
  @Override
  default void close() throws IOException {}
}
