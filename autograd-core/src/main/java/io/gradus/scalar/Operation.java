package io.gradus.scalar;

import java.util.Locale;

/// One step of arithmetic: the formula of its value and the slope towards each of its operands.
///
/// Transcendentals go through [StrictMath], so that the digits are the same on every machine.
public sealed interface Operation
    permits UnaryOperation, BinaryOperation, Operation.Given, Operation.Sum, Operation.Dot {
  /// The operation's name in trees and files, such as `tanh`.
  default String name() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /// The formula of the value and of its slopes, to be read beside the numbers.
  String formula();

  /// The value at these operands.
  double value(double... operands);

  /// No step at all: a number that a person, a file or a generator gave.
  record Given() implements Operation {
    @Override
    public String formula() {
      return "given";
    }

    @Override
    public double value(double... operands) {
      throw new UnsupportedOperationException("a given value is computed from nothing");
    }
  }

  /// `y = x₁ + x₂ + ...`, from the first on, so `dy/dxᵢ = 1`. Of nothing it is 0.
  record Sum() implements Operation {
    @Override
    public String formula() {
      return "y = x1 + x2 + ..., dy/dxi = 1";
    }

    @Override
    public double value(double... operands) {
      double sum = operands.length == 0 ? 0 : operands[0];
      for (int i = 1; i < operands.length; i++) {
        sum += operands[i];
      }
      return sum;
    }
  }

  /// `y = a₁b₁ + a₂b₂ + ...`, from the first on, so `dy/daᵢ = bᵢ` and `dy/dbᵢ = aᵢ`.
  ///
  /// Its operands are all the a, then all the b.
  record Dot() implements Operation {
    @Override
    public String formula() {
      return "y = a1 b1 + a2 b2 + ..., dy/dai = bi, dy/dbi = ai";
    }

    @Override
    public double value(double... operands) {
      int n = operands.length / 2;
      double sum = n == 0 ? 0 : operands[0] * operands[n];
      for (int i = 1; i < n; i++) {
        sum += operands[i] * operands[n + i];
      }
      return sum;
    }
  }
}
