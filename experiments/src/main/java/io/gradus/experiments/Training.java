package io.gradus.experiments;

import static io.gradus.plugin.Require.require;

import io.gradus.optimizers.Clipping;
import io.gradus.optimizers.Group;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.List;
import java.util.Optional;

/// How long a model learns, from how many examples at a time, and how its gradients are used.
@Doc("how long a model learns, and from how many examples at a time")
public record Training(
    @Doc("the number of updates") int steps,
    @Doc("examples at a time; all of them where it is left out") Optional<Integer> batch,
    @Doc(
            "in-order: from the beginning again after the end; random: drawn from the stream"
                + " batches; torch-loader: by a sampler that this stream seeds, as torch's DataLoader")
        @Default("in-order")
        Order order,
    @Doc("batches whose mean gradient makes one update") @Default("1") int accumulate,
    @Doc("a limit to gradients: {norm: 1.0} or {value: 0.5}") Optional<Clipping> clip,
    @Doc("parameters with rates and decay of their own; the first group that matches counts")
        @Default("[]")
        List<Group> groups) {
  /// Which examples come next.
  public enum Order {
    /// As they stand in the data, from the beginning again after the end.
    IN_ORDER,
    /// Each drawn on its own, so that one may come twice.
    RANDOM,
    /// The same as torch's `DataLoader` with a `RandomSampler` draws them: from a generator of its
    /// own, which the stream seeds.
    TORCH_LOADER
  }

  public Training {
    require(steps >= 1, "steps = %d must be at least 1", steps);
    require(batch.orElse(1) >= 1, "batch = %d must be at least 1", batch.orElse(1));
    require(accumulate >= 1, "accumulate = %d must be at least 1", accumulate);
    groups = List.copyOf(groups);
  }

  /// So many updates, each from so many examples in the order of the data.
  public static Training of(int steps, Optional<Integer> batch) {
    return new Training(steps, batch, Order.IN_ORDER, 1, Optional.empty(), List.of());
  }

  /// The same with so many updates.
  public Training lasting(int others) {
    return new Training(others, batch, order, accumulate, clip, groups);
  }
}
