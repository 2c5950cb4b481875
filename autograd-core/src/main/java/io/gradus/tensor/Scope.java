package io.gradus.tensor;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What surrounds an expression while it is evaluated.
///
/// @param compute what the loops run on
/// @param recording whether results remember what they were made from
/// @param guarded whether a non-finite result is an error
/// @param lease where result arrays come from
record Scope(Compute compute, boolean recording, boolean guarded, Workspace.Lease lease) {
  private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

  private static volatile @Nullable Scope outermost;

  static Scope current() {
    return CURRENT.orElse(outermost());
  }

  /// What surrounds an expression outside every scope; made when the first tensor is.
  private static Scope outermost() {
    Scope known = outermost;
    if (known == null) {
      known = new Scope(Compute.standard(), true, false, Workspace.Lease.ENDLESS);
      outermost = known;
    }
    return known;
  }

  Scope on(Compute other) {
    return new Scope(other, recording, guarded, lease);
  }

  Scope recording(boolean whether) {
    return new Scope(compute, whether, guarded, lease);
  }

  Scope guarding() {
    return new Scope(compute, recording, true, lease);
  }

  Scope lending(Workspace.Lease from) {
    return new Scope(compute, recording, guarded, from);
  }

  <T> T call(Supplier<T> body) {
    return ScopedValue.where(CURRENT, this).call(body::get);
  }
}
