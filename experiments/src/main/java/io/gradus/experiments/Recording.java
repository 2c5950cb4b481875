package io.gradus.experiments;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Doc;
import java.util.Optional;

/// What is written down while a model learns, for those who want to watch.
@Doc("what is written down while a model learns")
public record Recording(
    @Doc("every parameter each so many steps, before the first one too, in weights/")
        Optional<Integer> weights) {
  public Recording {
    require(weights.orElse(1) >= 1, "weights = %d must be at least 1", weights.orElse(1));
  }
}
