package io.gradus.experiments.run;

import io.gradus.nn.Outcome;
import java.nio.file.Path;

/// Watches a run.
public interface RunListener {
  /// The run begins, or goes on after `step` updates.
  ///
  /// @param examples how many the data hold
  /// @param parameters how many numbers the model has
  default void started(Path folder, int examples, long parameters, int step) {}

  /// Something that a person should know, and that does not stop the run.
  default void warned(String message) {}

  /// An update was made.
  default void stepped(int step, int steps, Outcome outcome) {}

  /// A whole part of the data was evaluated.
  ///
  /// @param part `train`, `validation` or `test`
  default void evaluated(int step, String part, Outcome outcome) {}

  /// A document was written.
  default void sampled(int written, int count) {}
}
