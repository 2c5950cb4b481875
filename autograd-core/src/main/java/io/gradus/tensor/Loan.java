package io.gradus.tensor;

/// One lending of an array.
final class Loan {
  /// Of arrays that the garbage collector looks after.
  static final Loan ENDLESS = new Loan(Workspace.Lease.ENDLESS, -1);

  private final Workspace.Lease lease;
  private final int number;
  private int holders;
  private boolean ended;

  /// @param number how many arrays the lease had lent before
  Loan(Workspace.Lease lease, int number) {
    this.lease = lease;
    this.number = number;
  }

  /// Whether an array was lent by this lease, when it had lent so many before, or later.
  boolean since(Workspace.Lease from, int first) {
    return lease == from && number >= first;
  }

  /// One more place of a [Scratch] that needs the array.
  void hold() {
    if (this != ENDLESS) { // which threads share
      holders++;
    }
  }

  /// One less.
  void drop() {
    if (this != ENDLESS) {
      holders--;
    }
  }

  boolean held() {
    return holders > 0;
  }

  /// Ends before its lease does; false if it has ended already.
  boolean end() {
    boolean first = !ended;
    ended = true;
    return first;
  }

  void check() {
    if (ended) {
      throw new IllegalStateException(
          "backward has passed this gradient on and used its array again; kept() copies a tensor");
    }
    lease.check();
  }
}
