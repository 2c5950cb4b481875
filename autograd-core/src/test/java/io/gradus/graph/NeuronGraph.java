package io.gradus.graph;

import io.gradus.scalar.Expression;
import io.gradus.scalar.ScalarGraph;
import io.gradus.scalar.Value;
import java.util.Map;

/// The neuron of micrograd's lecture as a graph, its gradients filled in.
final class NeuronGraph {
  private NeuronGraph() {}

  static Graph graph() {
    Map<String, Double> at =
        Map.of("x1", 2.0, "x2", 0.0, "w1", -3.0, "w2", 1.0, "b", 6.881373587019543);
    Value o = Expression.evaluate("n = x1*w1 + x2*w2 + b; o = tanh(n)", at).result();
    o.backward();
    return ScalarGraph.of(o);
  }
}
