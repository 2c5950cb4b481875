package io.gradus.experiments.tracking;

import io.gradus.plugin.Kind;
import java.io.IOException;
import java.nio.file.Path;

/// A place where the numbers of a run go too, as an experiment file states it.
@Kind("tracker")
public interface TrackerSpec {
  /// A tracker for the run in a folder, before its first step.
  ///
  /// A run that goes on after an interruption opens it anew and tells it everything from step 1
  /// again, what is behind its checkpoint left out. So a file is begun again, and nothing in it is
  /// lost or there twice; a tracker that sent its numbers away may pass over those up to `step`.
  ///
  /// An `IOException` or an `IllegalStateException` stops the run before anything is computed.
  ///
  /// @param folder the run's own; whatever the tracker writes belongs in it
  /// @param step the last step that was made before; 0 for a run that begins
  Tracker open(Path folder, int step) throws IOException;
}
