package io.gradus.optimizers;

/// A rule at work on one slice, for tests.
///
/// @param w the parameters, which change
record Steps<M extends Record>(Rule<M> rule, double[] w, M memory) {
  static <M extends Record> Steps<M> of(Rule<M> rule, double... w) {
    return new Steps<>(rule, w, rule.start(w.length));
  }

  /// The parameters after update t with this rate and gradient.
  double[] after(int t, double rate, double... g) {
    rule.step(new Rule.Update(t, rate, 1), w, g, memory);
    return w;
  }
}
