package io.gradus.experiments;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Doc;
import java.util.Optional;

/// How long a model learns, and from how many examples at a time, in the order of the data.
@Doc("how long a model learns, and from how many examples at a time")
public record Training(
    @Doc("the number of updates") int steps,
    @Doc("examples an update; all of them where it is left out") Optional<Integer> batch) {
  public Training {
    require(steps >= 1, "steps = %d must be at least 1", steps);
    require(batch.orElse(1) >= 1, "batch = %d must be at least 1", batch.orElse(1));
  }
}
