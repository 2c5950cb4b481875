package io.gradus.tensor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arrays of one backward pass, given back to their workspace as soon as no gradient needs
/// them: what follows then works in arrays that a cache still holds.
///
/// An array is needed while it is held, and while the operation is handed back during which it was
/// lent. A pass inside a pass gives back its own arrays only.
final class Scratch {
  private final Workspace.Lease lease;
  private final int first;
  private final List<Storage> lent;
  private final int mark;
  private final boolean outermost;

  /// Of what is lent from now on, until [#end].
  Scratch(Workspace.Lease lease) {
    this.lease = lease;
    this.first = lease.lent();
    this.outermost = !lease.logs();
    this.lent = lease.log();
    this.mark = lent.size();
  }

  /// A gradient that is needed.
  void hold(Tensor gradient) {
    gradient.storage().loan().hold();
  }

  /// A gradient that is needed in one place less.
  void drop(Tensor gradient) {
    gradient.storage().loan().drop();
    giveBackUnheld(gradient.storage());
  }

  /// Gives back what was lent since the last time and is not held.
  void sweep() {
    while (lent.size() > mark) {
      giveBackUnheld(lent.removeLast());
    }
  }

  /// An operation may hand back a tensor from outside, which is not this pass's to give.
  private void giveBackUnheld(Storage storage) {
    if (!storage.loan().held() && storage.loan().since(lease, first)) {
      lease.giveBack(storage);
    }
  }

  /// Leaves the gradients that are still held to whoever asked for them.
  void end(@Nullable Tensor[] gradients) {
    for (Tensor gradient : gradients) {
      if (gradient != null) {
        gradient.storage().loan().drop();
        if (!outermost) {
          lent.add(gradient.storage());
        }
      }
    }
    if (outermost) {
      lease.forget();
    }
  }
}
