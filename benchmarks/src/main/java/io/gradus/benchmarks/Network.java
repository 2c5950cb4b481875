package io.gradus.benchmarks;

import io.gradus.random.Generator;
import io.gradus.tensor.Parameter;
import java.util.List;

/// A network that trains itself, a step at a time.
interface Network {
  /// What it learns.
  List<Parameter> parameters();

  /// Draws a batch, computes the loss and its gradients and updates the parameters.
  ///
  /// @return the loss before the update
  double step(Generator generator);
}
