package io.gradus.experiments;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.Optional;

/// Which states of a run are kept, beside the last one.
@Doc("which states of a run are kept, beside the last one")
public record Snapshots(
    @Doc("every so many steps, in checkpoints/") Optional<Integer> every,
    @Doc("the one with the lowest loss of what is watched, as best.safetensors") @Default("true")
        boolean best) {
  public Snapshots {
    require(every.orElse(1) >= 1, "every = %d must be at least 1", every.orElse(1));
  }
}
