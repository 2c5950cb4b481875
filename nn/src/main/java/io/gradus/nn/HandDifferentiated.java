package io.gradus.nn;

import io.gradus.data.Dataset;
import java.util.List;

/// A model whose gradients are formulas that somebody wrote down, which autograd can check.
public interface HandDifferentiated {
  /// Each gradient of the loss on these examples by hand and by autograd, in the order in which
  /// they are found on the way back; nothing is learned.
  List<GradientComparison> compare(Dataset batch);
}
