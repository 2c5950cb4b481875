package io.gradus.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.graph.Content;
import io.gradus.graph.Graph;
import io.gradus.random.CPython;
import io.gradus.random.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalarGraphTest {
  /// Two neurons on one row of inputs, their errors and their product: every shape of node.
  ///
  /// No value is used more than twice, so that its gradient is a sum of two at most, which is the
  /// same to the last bit in either order.
  private static Value mixed(List<Leaf> leaves) {
    Values x = Values.copyOf(leaves.subList(0, 3));
    Value first = Value.dot(leaves.subList(3, 6), x).add(leaves.get(9)).tanh();
    Value second = Value.dot(leaves.subList(6, 9), x).add(leaves.get(10)).sigmoid();
    Value error = Value.sum(first, second, leaves.get(9).exp().neg()).sub(0.25);
    Value product = Value.dot(List.of(first, leaves.get(11)), List.of(second, leaves.get(10)));
    return error.pow(2).div(leaves.get(11)).add(product.sin()).named("loss");
  }

  private static List<Leaf> leaves(Generator numbers, int count) {
    return IntStream.range(0, count).mapToObj(_ -> Value.of(numbers.uniform(-1, 1))).toList();
  }

  private static List<Double> gradients(List<Leaf> leaves) {
    return leaves.stream().map(Value::grad).toList();
  }

  @Test
  void everyOperandComesBeforeItsResult() {
    Value result = mixed(leaves(new CPython(1), 12));
    List<Value> order = ScalarGraph.topologicalOrder(result);
    assertThat(order).doesNotHaveDuplicates().endsWith(result);
    for (int i = 0; i < order.size(); i++) {
      assertThat(order.subList(0, i)).containsAll(order.get(i).operands());
    }
  }

  @Test
  void aLongAndAShortWayToOneValueAreBothBelowTheResult() {
    Leaf x = Value.of(2);
    Value one = x.neg();
    Value two = one.neg();
    Value result = two.add(x);
    assertThat(ScalarGraph.topologicalOrder(result)).containsExactly(x, one, two, result);
  }

  @Test
  void aLeafIsAGraphOfOne() {
    Leaf x = Value.of(2);
    assertThat(ScalarGraph.topologicalOrder(x)).containsExactly(x);
    assertThat(ScalarGraph.of(x).nodes()).containsExactly(node(0, "", "given", "given", 2, 0));
  }

  private static Graph.Node node(
      int id,
      String name,
      String operation,
      String formula,
      double data,
      double gradient,
      Graph.Edge... operands) {
    return new Graph.Node(
        id,
        name,
        operation,
        formula,
        new Content.One(data),
        Optional.of(new Content.One(gradient)),
        List.of(operands));
  }

  @Test
  void theGraphAsDataHoldsWhatTheValuesHold() {
    Value a = Value.of(2).named("a");
    Value y = a.mul(a).named("y");
    y.backward();
    Graph graph = ScalarGraph.of(y);
    assertThat(graph.nodes())
        .containsExactly(
            node(0, "a", "given", "given", 2, 4),
            node(
                1,
                "y",
                "mul",
                "y = a b, dy/da = b, dy/db = a",
                4,
                1,
                new Graph.Edge.Slope(0, 2),
                new Graph.Edge.Slope(0, 2)));
    assertThat(graph.result().label()).isEqualTo("y");
    assertThat(ScalarGraph.of(a.neg()).result().label()).isEqualTo("#1");
  }

  @Test
  void binaryStepsGiveTheSameNumbersToTheLastBit() {
    List<Leaf> leaves = leaves(new CPython(42), 12);
    Value result = mixed(leaves);
    result.backward();
    List<Double> gradients = gradients(leaves);
    Value binary = ScalarGraph.binary(result);
    binary.backward();
    assertThat(binary.data()).isEqualTo(result.data());
    assertThat(gradients(leaves)).isEqualTo(gradients).doesNotContain(0.0);
  }

  @Test
  void binaryStepsHaveTwoOperandsAtMost() {
    Value result = mixed(leaves(new CPython(42), 12));
    Value binary = ScalarGraph.binary(result);
    assertThat(binary.name()).isEqualTo("loss");
    assertThat(ScalarGraph.topologicalOrder(result)).anyMatch(node -> node.operands().size() > 2);
    assertThat(ScalarGraph.topologicalOrder(binary))
        .allMatch(node -> node.operands().size() <= 2)
        .noneMatch(node -> node.operation() instanceof Operation.Sum)
        .noneMatch(node -> node.operation() instanceof Operation.Dot);
  }

  @Test
  void binaryStepsOfADotProductAreProductsAndTheirSums() {
    Value dot =
        Value.dot(
            List.of(Value.of(1), Value.of(2), Value.of(3)),
            List.of(Value.of(4), Value.of(5), Value.of(6)));
    Value binary = ScalarGraph.binary(dot);
    assertThat(binary.data()).isEqualTo(32);
    assertThat(ScalarGraph.topologicalOrder(binary))
        .extracting(node -> node.operation().name())
        .containsExactlyInAnyOrder(
            "given", "given", "given", "given", "given", "given", "mul", "mul", "mul", "add",
            "add");
  }

  @Test
  void binaryStepsOfNothingAreAZero() {
    assertThat(ScalarGraph.binary(Value.sum()).data()).isZero();
    assertThat(ScalarGraph.binary(Value.dot(List.of(), List.of())).data()).isZero();
  }

  /// The data to the last bit; the gradients up to the order in which a shared value's are summed.
  @Test
  void binaryStepsAgreeOnGraphsOfAnyShape() {
    Generator shape = new CPython(7);
    for (int trial = 0; trial < 300; trial++) {
      List<Leaf> leaves = leaves(shape, 4);
      Value result = Value.sum(grown(leaves, shape), Value.sum(leaves));
      result.backward();
      List<Double> gradients = gradients(leaves);
      Value binary = ScalarGraph.binary(result);
      binary.backward();
      assertThat(binary.data()).isEqualTo(result.data());
      for (int i = 0; i < leaves.size(); i++) {
        assertThat(leaves.get(i).grad())
            .isCloseTo(gradients.get(i), within(1e-12 * Math.max(1, Math.abs(gradients.get(i)))));
      }
    }
  }

  private static Value grown(List<Leaf> leaves, Generator shape) {
    List<Value> values = new ArrayList<>(leaves);
    for (int i = 0; i < 12; i++) {
      Value a = values.get(shape.below(values.size()));
      Value b = values.get(shape.below(values.size()));
      Value c = values.get(shape.below(values.size()));
      values.add(
          switch (shape.below(4)) {
            case 0 -> a.mul(b).tanh();
            case 1 -> Value.sum(a, b, c);
            case 2 -> Value.dot(List.of(a, b, c), List.of(c, a, b)).tanh();
            default -> a.sub(b);
          });
    }
    return values.getLast();
  }

  @Test
  void binaryStepsLeaveTheNamesOfTheOperandsAlone() {
    Value a = Value.of(2).named("a");
    Value binary = ScalarGraph.binary(Value.sum(a).named("s"));
    assertThat(a.name()).isEqualTo("a");
    assertThat(binary.name()).isEqualTo("s");
    assertThat(binary.data()).isEqualTo(2);
  }

  @Test
  void binaryStepsKeepTheSignOfZero() {
    Value dot = Value.dot(List.of(Value.of(-1)), List.of(Value.of(0)));
    assertThat(1 / dot.data()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(1 / ScalarGraph.binary(dot).data()).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
