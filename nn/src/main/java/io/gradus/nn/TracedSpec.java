package io.gradus.nn;

import io.gradus.scalar.Expression;

/// A recipe for one computation whose gradients are to be seen; nothing is fitted.
public non-sealed interface TracedSpec extends ModelSpec {
  /// Computes; the backward pass is the caller's.
  Expression.Evaluated trace();
}
