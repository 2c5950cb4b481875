package io.gradus.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operation: a few numbers by hand, then all of them against central differences.
class OperationTest {
  private static final double H = 1e-5;

  /// One operation at one place; `kinked` where it has two slopes there.
  record Case(String name, Function<List<Value>, Value> build, List<Double> at, boolean kinked) {
    Value built(List<Leaf> leaves) {
      return build.apply(List.copyOf(leaves));
    }

    /// The operation's value where one operand is moved by `nudge`.
    double moved(int operand, double nudge) {
      List<Leaf> leaves = leaves();
      leaves.get(operand).set(at.get(operand) + nudge);
      return built(leaves.stream().map(leaf -> Value.of(leaf.data())).toList()).data();
    }

    List<Leaf> leaves() {
      return at.stream().map(Value::of).toList();
    }

    @Override
    public String toString() {
      return name + " at " + at + (kinked ? ", a kink" : "");
    }
  }

  static Stream<Case> everyOperation() {
    return Stream.of(
            unary("neg", Value::neg, -2, 0, 1.5),
            unary("square", x -> x.pow(2), -2, 0, 1.5),
            unary("cube", x -> x.pow(3), -2, 0, 1.5),
            unary("root", x -> x.pow(0.5), 0.25, 2),
            unary("inverse", x -> x.pow(-1), -0.5, 3),
            unary("exp", Value::exp, -3, 0, 2),
            unary("log", Value::log, 0.1, 1, 30),
            unary("tanh", Value::tanh, -4, 0, 0.5),
            unary("sigmoid", Value::sigmoid, -4, 0, 0.5),
            unary("relu", Value::relu, -1, 2),
            unary("sin", Value::sin, -1, 0, 3),
            unary("cos", Value::cos, -1, 0, 3),
            unary("erf", Value::erf, -2, 0, 0.5),
            Stream.of(new Case("relu", all -> all.getFirst().relu(), List.of(0.0), true)),
            of("add", all -> all.get(0).add(all.get(1)), 3, -4),
            of("sub", all -> all.get(0).sub(all.get(1)), 3, -4),
            of("mul", all -> all.get(0).mul(all.get(1)), 3, -4),
            of("div", all -> all.get(0).div(all.get(1)), 3, -4),
            of("sum", Value::sum, 3, -4, 0.5),
            of("dot", all -> Value.dot(all.subList(0, 3), all.subList(3, 6)), 1, 2, 3, -4, 5, 0.5))
        .flatMap(cases -> cases);
  }

  private static Stream<Case> unary(String name, UnaryOperator<Value> operation, double... places) {
    return Arrays.stream(places)
        .boxed()
        .map(x -> new Case(name, all -> operation.apply(all.getFirst()), List.of(x), false));
  }

  private static Stream<Case> of(String name, Function<List<Value>, Value> build, double... at) {
    return Stream.of(new Case(name, build, Arrays.stream(at).boxed().toList(), false));
  }

  @ParameterizedTest
  @MethodSource("everyOperation")
  void gradientMatchesCentralDifferences(Case one) {
    List<Leaf> leaves = one.leaves();
    one.built(leaves).backward();
    for (int i = 0; i < leaves.size(); i++) {
      double here = one.moved(i, 0);
      double left = (here - one.moved(i, -H)) / H;
      double right = (one.moved(i, H) - here) / H;
      double gradient = leaves.get(i).grad();
      if (one.kinked()) {
        assertThat(Math.abs(left - right)).isGreaterThan(0.5);
        assertThat(List.of(left, right)).anyMatch(slope -> Math.abs(slope - gradient) < 1e-9);
      } else {
        assertThat((left + right) / 2)
            .isCloseTo(gradient, within(1e-6 * Math.max(1, Math.abs(gradient))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyOperation")
  void anOperationComputesAgainWhatItsNodeHolds(Case one) {
    Value y = one.built(one.leaves());
    double[] operands = y.operands().stream().mapToDouble(Value::data).toArray();
    assertThat(y.operation().value(operands)).isEqualTo(y.data());
    assertThat(y.slopes()).hasSameSizeAs(y.operands());
    assertThat(y.operation().formula()).startsWith("y = ");
  }

  @Test
  void noOperationIsLeftOut() {
    Set<Class<?>> covered =
        everyOperation()
            .map(one -> one.built(one.leaves()).operation().getClass())
            .collect(Collectors.toSet());
    assertThat(covered).isEqualTo(Set.copyOf(concrete(Operation.class)));
  }

  /// The records of a sealed family, but for [Operation.Given], which computes nothing.
  private static List<Class<?>> concrete(Class<?> family) {
    List<Class<?>> found = new ArrayList<>();
    for (Class<?> member : family.getPermittedSubclasses()) {
      if (member.isSealed()) {
        found.addAll(concrete(member));
      } else if (!member.equals(Operation.Given.class)) {
        found.add(member);
      }
    }
    return found;
  }

  @Test
  void functionsOfOneOperandHaveTheseValuesAndSlopes() {
    requireUnary(Value::neg, 3, -3, -1);
    requireUnary(x -> x.pow(2), 3, 9, 6);
    requireUnary(x -> x.pow(0.5), 4, 2, 0.25);
    requireUnary(x -> x.pow(-1), 2, 0.5, -0.25);
    requireUnary(Value::exp, 0, 1, 1);
    requireUnary(Value::log, 1, 0, 1);
    requireUnary(x -> x.log().exp(), 4, 4, 1);
    requireUnary(Value::tanh, 0, 0, 1);
    requireUnary(Value::sigmoid, 0, 0.5, 0.25);
    requireUnary(Value::relu, 3, 3, 1);
    requireUnary(Value::relu, -3, 0, 0);
    requireUnary(Value::relu, 0, 0, 0);
    requireUnary(Value::sin, 0, 0, 1);
    requireUnary(Value::cos, 0, 1, 0);
    requireUnary(Value::erf, 0, 0, 1.1283791670955126);
    requireUnary(Value::sin, Math.PI / 2, 1, 0);
    requireUnary(Value::cos, Math.PI / 2, 0, -1);
  }

  private static void requireUnary(
      UnaryOperator<Value> operation, double at, double value, double slope) {
    Leaf x = Value.of(at);
    Value y = operation.apply(x);
    y.backward();
    assertThat(y.data()).isCloseTo(value, within(1e-15));
    assertThat(x.grad()).isCloseTo(slope, within(1e-15));
  }

  @Test
  void arithmeticHasTheseValuesAndSlopes() {
    Leaf a = Value.of(3);
    Leaf b = Value.of(4);
    assertThat(a.add(b).data()).isEqualTo(7);
    assertThat(a.add(b).slopes()).containsExactly(1, 1);
    assertThat(a.sub(b).data()).isEqualTo(-1);
    assertThat(a.sub(b).slopes()).containsExactly(1, -1);
    assertThat(a.mul(b).data()).isEqualTo(12);
    assertThat(a.mul(b).slopes()).containsExactly(4, 3);
    assertThat(a.div(b).data()).isEqualTo(0.75);
    assertThat(a.div(b).slopes()).containsExactly(0.25, -0.1875);
  }

  @Test
  void aConstantIsALeafOfItsOwn() {
    Leaf a = Value.of(3);
    assertThat(a.add(4).data()).isEqualTo(7);
    assertThat(a.sub(4).data()).isEqualTo(-1);
    assertThat(a.mul(4).data()).isEqualTo(12);
    assertThat(a.div(4).data()).isEqualTo(0.75);
    assertThat(a.mul(4).operands())
        .hasSize(2)
        .allMatch(operand -> operand.operation() instanceof Operation.Given);
  }

  @Test
  void operationsAreCalledByTheirShortNames() {
    assertThat(everyOperation().map(one -> one.built(one.leaves()).operation().name()).distinct())
        .containsExactly(
            "neg", "pow", "exp", "log", "tanh", "sigmoid", "relu", "sin", "cos", "erf", "add",
            "sub", "mul", "div", "sum", "dot");
    assertThat(Value.of(1).operation().name()).isEqualTo("given");
    assertThat(Value.of(1).pow(-0.5).operation().formula())
        .isEqualTo("y = x^n, dy/dx = n x^(n-1), n = -0.5");
  }

  @Test
  void aGivenValueIsComputedFromNothing() {
    Operation given = Value.of(1).operation();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> given.value())
        .withMessage("a given value is computed from nothing");
  }

  @Test
  void theZerothPowerIsFlatEverywhere() {
    var power = new UnaryOperation.Pow(0);
    assertThat(power.of(0)).isEqualTo(1);
    assertThat(power.slope(0, 1)).isZero();
  }

  @Test
  void tanhIsRightAtTheEndsAndAroundZero() {
    var tanh = new UnaryOperation.Tanh();
    assertThat(tanh.of(1000)).isEqualTo(1);
    assertThat(tanh.of(-1000)).isEqualTo(-1);
    assertThat(tanh.of(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(1 / tanh.of(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(tanh.of(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
    assertThat(tanh.of(Double.NaN)).isNaN();
  }

  @Test
  void tanhStaysWithinTwoUnitsInTheLastPlaceOfTheJdks() {
    var tanh = new UnaryOperation.Tanh();
    for (double x = -25; x < 25; x += 1.0 / 1024) {
      double jdk = StrictMath.tanh(x);
      assertThat(Math.abs(tanh.of(x) - jdk)).isLessThanOrEqualTo(3 * Math.ulp(jdk));
    }
  }
}
