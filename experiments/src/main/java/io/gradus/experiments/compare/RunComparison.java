package io.gradus.experiments.compare;

import io.gradus.experiments.config.FlatSettings;
import io.gradus.experiments.run.RecordedRun;
import java.util.List;

/// Two runs side by side, of one experiment or of two.
///
/// @param settings what their experiments state differently
/// @param surroundings what they were made with, and differs
/// @param metrics every metric of either run
public record RunComparison(
    RecordedRun left,
    RecordedRun right,
    List<Difference> settings,
    List<Difference> surroundings,
    List<SeriesDifference> metrics) {

  /// Compares what two folders hold.
  public static RunComparison of(RecordedRun left, RecordedRun right) {
    return new RunComparison(
        left,
        right,
        Difference.of(FlatSettings.of(left.experiment()), FlatSettings.of(right.experiment())),
        ProvenanceDifferences.of(left, right),
        Reproduction.series(left.metrics(), right.metrics()));
  }
}
