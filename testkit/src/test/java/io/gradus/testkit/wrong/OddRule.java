package io.gradus.testkit.wrong;

import io.gradus.optimizers.Constant;
import io.gradus.optimizers.Rule;
import io.gradus.optimizers.Schedule;

/// A rule that moves in whatever way a test wants to see refused.
///
/// @param more numbers in its memory than it should have
/// @param descends what it says of itself
public record OddRule(int more, boolean descends, Move move) implements Rule<OddRule.Memory> {
  /// What it remembers.
  public record Memory(double[] numbers) {}

  /// A step.
  @FunctionalInterface
  public interface Move {
    /// Changes `w`.
    void step(Update update, double[] w, double[] g);
  }

  /// A rule that is wrong in its steps alone.
  public OddRule(Move move) {
    this(0, false, move);
  }

  @Override
  public Schedule lr() {
    return new Constant(0.05);
  }

  @Override
  public Memory start(int size) {
    return new Memory(new double[size + more]);
  }

  @Override
  public void step(Update update, double[] w, double[] g, Memory memory) {
    move.step(update, w, g);
  }

  @Override
  public String toString() {
    return "OddRule";
  }
}
