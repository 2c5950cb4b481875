package io.gradus.experiments;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Doc;
import java.util.Optional;

/// What is written down while a model learns, for those who want to watch.
@Doc("what is written down while a model learns")
public record Recording(
    @Doc("every parameter each so many steps, before the first one too, in weights/")
        Optional<Integer> weights,
    @Doc("what the layers make, their gradients and updates each so many steps, in vitals.jsonl")
        Optional<Integer> vitals) {
  public Recording {
    require(weights.orElse(1) >= 1, "weights = %d must be at least 1", weights.orElse(1));
    require(vitals.orElse(1) >= 1, "vitals = %d must be at least 1", vitals.orElse(1));
  }
}
