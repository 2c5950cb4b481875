package io.gradus.scalar;

/// A function of two operands.
public sealed interface BinaryOperation extends Operation {
  /// The value `y` at `a` and `b`.
  double of(double a, double b);

  /// The slope `dy/da`, where the value is `y`.
  double slopeOfFirst(double a, double b, double y);

  /// The slope `dy/db`, where the value is `y`.
  double slopeOfSecond(double a, double b, double y);

  @Override
  default double value(double... operands) {
    return of(operands[0], operands[1]);
  }

  /// `y = a + b`, so `dy/da = dy/db = 1`.
  record Add() implements BinaryOperation {
    @Override
    public String formula() {
      return "y = a + b, dy/da = 1, dy/db = 1";
    }

    @Override
    public double of(double a, double b) {
      return a + b;
    }

    @Override
    public double slopeOfFirst(double a, double b, double y) {
      return 1;
    }

    @Override
    public double slopeOfSecond(double a, double b, double y) {
      return 1;
    }
  }

  /// `y = a - b`, so `dy/da = 1` and `dy/db = -1`.
  record Sub() implements BinaryOperation {
    @Override
    public String formula() {
      return "y = a - b, dy/da = 1, dy/db = -1";
    }

    @Override
    public double of(double a, double b) {
      return a - b;
    }

    @Override
    public double slopeOfFirst(double a, double b, double y) {
      return 1;
    }

    @Override
    public double slopeOfSecond(double a, double b, double y) {
      return -1;
    }
  }

  /// `y = a b`, so `dy/da = b` and `dy/db = a`.
  record Mul() implements BinaryOperation {
    @Override
    public String formula() {
      return "y = a b, dy/da = b, dy/db = a";
    }

    @Override
    public double of(double a, double b) {
      return a * b;
    }

    @Override
    public double slopeOfFirst(double a, double b, double y) {
      return b;
    }

    @Override
    public double slopeOfSecond(double a, double b, double y) {
      return a;
    }
  }

  /// `y = a / b`, so `dy/da = 1/b` and `dy/db = -y/b`.
  record Div() implements BinaryOperation {
    @Override
    public String formula() {
      return "y = a/b, dy/da = 1/b, dy/db = -y/b";
    }

    @Override
    public double of(double a, double b) {
      return a / b;
    }

    @Override
    public double slopeOfFirst(double a, double b, double y) {
      return 1 / b;
    }

    @Override
    public double slopeOfSecond(double a, double b, double y) {
      return -y / b;
    }
  }
}
