package io.gradus.scalar;

import io.gradus.graph.Content;
import io.gradus.graph.Graph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The graph behind a [Value]: listed, turned into data, expanded to binary steps.
public final class ScalarGraph {
  private ScalarGraph() {}

  /// A value on the way down, and which of its operands are still to be looked at.
  private record Step(Value value, Iterator<Value> operands) {}

  /// Everything the result was computed from, each value once and after its operands, the result
  /// last.
  public static List<Value> topologicalOrder(Value result) {
    List<Value> order = new ArrayList<>();
    Set<Value> listed = Collections.newSetFromMap(new IdentityHashMap<>()); // asked, never iterated
    var way = new ArrayDeque<Step>();
    way.push(new Step(result, result.operands().iterator()));
    while (!way.isEmpty()) {
      Step step = way.element();
      if (step.operands.hasNext()) {
        Value operand = step.operands.next();
        if (!listed.contains(operand)) {
          way.push(new Step(operand, operand.operands().iterator()));
        }
      } else {
        way.pop();
        if (listed.add(step.value)) {
          order.add(step.value);
        }
      }
    }
    return List.copyOf(order);
  }

  /// The graph as data, with the gradients as the last backward pass left them.
  public static Graph of(Value result) {
    List<Value> order = topologicalOrder(result);
    IdentityHashMap<Value, Integer> ids = new IdentityHashMap<>(); // looked up, never iterated
    List<Graph.Node> nodes = new ArrayList<>();
    for (Value value : order) {
      int id = nodes.size();
      ids.put(value, id);
      nodes.add(
          new Graph.Node(
              id,
              value.name(),
              value.operation().name(),
              value.operation().formula(),
              new Content.One(value.data()),
              Optional.of(new Content.One(value.grad())),
              edges(value, ids)));
    }
    return new Graph(nodes);
  }

  /// The same computation with every [Operation.Sum] and [Operation.Dot] as a chain of two-operand
  /// steps, from the same leaves. The numbers are the same to the bit; the gradients are the same
  /// sums, whose terms may come in another order.
  public static Value binary(Value result) {
    IdentityHashMap<Value, Value> made = new IdentityHashMap<>(); // looked up, never iterated
    for (Value value : topologicalOrder(result)) {
      List<Value> operands =
          value.operands().stream().map(operand -> known(made, operand)).toList();
      Value binary =
          switch (value.operation()) {
            case Operation.Sum _ -> chain(operands);
            case Operation.Dot _ ->
                operands.size() == 2
                    ? operands.get(0).mul(operands.get(1))
                    : chain(products(operands));
            case UnaryOperation step -> new UnaryNode(step, operands.get(0));
            case BinaryOperation step -> new BinaryNode(step, operands.get(0), operands.get(1));
            case Operation.Given _ -> value;
          };
      made.put(value, value.name().isEmpty() ? binary : binary.named(value.name()));
    }
    return known(made, result);
  }

  private static List<Graph.Edge> edges(Value value, IdentityHashMap<Value, Integer> ids) {
    List<Value> operands = value.operands();
    double[] slopes = value.slopes();
    List<Graph.Edge> edges = new ArrayList<>();
    for (int i = 0; i < slopes.length; i++) {
      edges.add(new Graph.Edge.Slope(known(ids, operands.get(i)), slopes[i]));
    }
    return edges;
  }

  private static List<Value> products(List<Value> operands) {
    int n = operands.size() / 2;
    List<Value> products = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      products.add(operands.get(i).mul(operands.get(n + i)));
    }
    return products;
  }

  private static Value chain(List<Value> terms) {
    // a sum of one term is a step of its own, not the term
    return terms.size() == 1
        ? terms.getFirst().mul(1)
        : terms.stream().reduce(Value::add).orElseGet(() -> Value.of(0));
  }

  /// What a map holds for an operand; a topological order has put it there.
  private static <T> T known(IdentityHashMap<Value, T> map, Value value) {
    T found = map.get(value);
    if (found == null) {
      throw new IllegalStateException("an operand comes after its result");
    }
    return found;
  }
}
