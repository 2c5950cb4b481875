package io.gradus.experiments.run;

import java.util.SortedMap;

/// How a run ended, as `result.json` says.
///
/// @param status `complete`, `interrupted` or `diverged`
/// @param steps how many updates were made; for a run without updates, 1
/// @param metrics the last number of each metric
/// @param parameters how many numbers the model has
/// @param digest the model's [Digest]
/// @param reason why it ended before its last step; empty where it did not
public record Result(
    String status,
    int steps,
    SortedMap<String, Double> metrics,
    long parameters,
    String digest,
    String reason) {
  /// Everything was done.
  public static final String COMPLETE = "complete";

  /// A person or the system stopped it between two steps.
  public static final String INTERRUPTED = "interrupted";

  /// A number was none any more: the loss, a parameter, or what writes the samples.
  public static final String DIVERGED = "diverged";
}
