package io.gradus.experiments;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.Optional;

/// When a model is asked for its loss on whole parts of the data.
@Doc("when the loss on whole parts of the data is asked for")
public record Evaluation(
    @Doc("every so many steps, on the part that is watched") Optional<Integer> every,
    @Doc("after the last step, on every part") @Default("true") boolean final_,
    @Doc("stop where the loss of that part has not become better in so many evaluations")
        Optional<Integer> patience,
    @Doc("what is watched: validation, or test as in makemore.py, which has no other")
        @Default("validation")
        Part part) {
  /// What is held back.
  public enum Part {
    /// What is seen while learning.
    VALIDATION,
    /// What is kept to the end.
    TEST
  }

  public Evaluation {
    require(every.orElse(1) >= 1, "every = %d must be at least 1", every.orElse(1));
    require(patience.orElse(1) >= 1, "patience = %d must be at least 1", patience.orElse(1));
    require(
        patience.isEmpty() || every.isPresent(),
        "patience = %d needs every: it counts evaluations",
        patience.orElse(1));
  }
}
