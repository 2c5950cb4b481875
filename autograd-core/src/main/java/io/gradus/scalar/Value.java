package io.gradus.scalar;

import io.gradus.scalar.BinaryOperation.Add;
import io.gradus.scalar.BinaryOperation.Div;
import io.gradus.scalar.BinaryOperation.Mul;
import io.gradus.scalar.BinaryOperation.Sub;
import io.gradus.scalar.UnaryOperation.Cos;
import io.gradus.scalar.UnaryOperation.Erf;
import io.gradus.scalar.UnaryOperation.Exp;
import io.gradus.scalar.UnaryOperation.Log;
import io.gradus.scalar.UnaryOperation.Neg;
import io.gradus.scalar.UnaryOperation.Pow;
import io.gradus.scalar.UnaryOperation.Relu;
import io.gradus.scalar.UnaryOperation.Sigmoid;
import io.gradus.scalar.UnaryOperation.Sin;
import io.gradus.scalar.UnaryOperation.Tanh;
import java.util.List;

/// A number that remembers what it was computed from, and after [#backward] how the result changes
/// with it.
///
/// Arithmetic makes new values; the values behind a result are a graph, each made by an [Operation]
/// from its operands. Only a [Leaf] can be changed. A value belongs to one thread at a time.
public abstract sealed class Value permits Leaf, UnaryNode, BinaryNode, SumNode, DotNode {
  private static final UnaryOperation NEG = new Neg();
  private static final UnaryOperation EXP = new Exp();
  private static final UnaryOperation LOG = new Log();
  private static final UnaryOperation TANH = new Tanh();
  private static final UnaryOperation SIGMOID = new Sigmoid();
  private static final UnaryOperation RELU = new Relu();
  private static final UnaryOperation SIN = new Sin();
  private static final UnaryOperation COS = new Cos();
  private static final UnaryOperation ERF = new Erf();
  private static final BinaryOperation ADD = new Add();
  private static final BinaryOperation SUB = new Sub();
  private static final BinaryOperation MUL = new Mul();
  private static final BinaryOperation DIV = new Div();

  double data;
  double grad;

  /// The longest way down to a leaf; every value stands higher than its operands.
  final int height;

  /// The pass that came here last.
  Object seenBy = BackwardPass.NOBODY;

  private String name = "";

  Value(double data, int height) {
    this.data = data;
    this.height = height;
  }

  /// A leaf: a number that was given.
  public static Leaf of(double data) {
    return new Leaf(data);
  }

  /// The sum of all of these, as one node.
  public static Value sum(List<? extends Value> values) {
    return new SumNode(Values.copyOf(values));
  }

  /// The sum of all of these, as one node.
  public static Value sum(Value... values) {
    return new SumNode(Values.of(values));
  }

  /// The sum of the products `aᵢ bᵢ`, as one node; an error where the lengths differ.
  public static Value dot(List<? extends Value> a, List<? extends Value> b) {
    return new DotNode(Values.copyOf(a), Values.copyOf(b));
  }

  /// `this + other`.
  public final Value add(Value other) {
    return new BinaryNode(ADD, this, other);
  }

  /// `this + constant`.
  public final Value add(double constant) {
    return add(of(constant));
  }

  /// `this - other`.
  public final Value sub(Value other) {
    return new BinaryNode(SUB, this, other);
  }

  /// `this - constant`.
  public final Value sub(double constant) {
    return sub(of(constant));
  }

  /// `this · other`.
  public final Value mul(Value other) {
    return new BinaryNode(MUL, this, other);
  }

  /// `this · constant`.
  public final Value mul(double constant) {
    return mul(of(constant));
  }

  /// `this / other`.
  public final Value div(Value other) {
    return new BinaryNode(DIV, this, other);
  }

  /// `this / constant`.
  public final Value div(double constant) {
    return div(of(constant));
  }

  /// `-this`.
  public final Value neg() {
    return new UnaryNode(NEG, this);
  }

  /// This to the power of a constant.
  public final Value pow(double exponent) {
    return new UnaryNode(new Pow(exponent), this);
  }

  /// `e` to the power of this.
  public final Value exp() {
    return new UnaryNode(EXP, this);
  }

  /// The natural logarithm.
  public final Value log() {
    return new UnaryNode(LOG, this);
  }

  /// The hyperbolic tangent.
  public final Value tanh() {
    return new UnaryNode(TANH, this);
  }

  /// `1 / (1 + e⁻ˣ)`.
  public final Value sigmoid() {
    return new UnaryNode(SIGMOID, this);
  }

  /// `max(0, x)`.
  public final Value relu() {
    return new UnaryNode(RELU, this);
  }

  /// The sine.
  public final Value sin() {
    return new UnaryNode(SIN, this);
  }

  /// The cosine.
  public final Value cos() {
    return new UnaryNode(COS, this);
  }

  /// The error function.
  public final Value erf() {
    return new UnaryNode(ERF, this);
  }

  /// The number itself.
  public final double data() {
    return data;
  }

  /// `d result / d this`, as the last [#backward] through this value left it; 0 before.
  public final double grad() {
    return grad;
  }

  /// How this value was made.
  public abstract Operation operation();

  /// What this value was made from, in the operation's order; empty for a leaf.
  public abstract List<Value> operands();

  /// `d this / d operandᵢ`, in the order of [#operands].
  public abstract double[] slopes();

  /// The name it was given, or an empty text.
  public final String name() {
    return name;
  }

  /// Gives this value a name for trees and drawings, and returns it.
  public final Value named(String label) {
    name = label;
    return this;
  }

  /// Fills `grad` of everything this value was computed from, by the chain rule from this value
  /// down.
  ///
  /// Gradients of an earlier call are forgotten, so that a second call gives the same numbers. A
  /// value that is used twice gets the sum. No recursion: a chain of a million values is as good as
  /// one of ten. The order of the sums depends on the shape of the graph alone.
  ///
  /// A leaf that this value does not depend on keeps what it has; see [Leaf#zeroGrad].
  public final void backward() {
    new BackwardPass(this).run();
  }

  /// Shows the operands to the pass, then adds to each operand's gradient its slope times the
  /// gradient of this.
  abstract void pull(BackwardPass pass);

  @Override
  public final String toString() {
    return (name.isEmpty() ? "" : name + ": ")
        + operation().name()
        + "(data="
        + data
        + ", grad="
        + grad
        + ")";
  }
}
