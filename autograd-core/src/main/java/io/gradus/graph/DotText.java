package io.gradus.graph;

import io.gradus.graph.Graph.Edge;
import io.gradus.graph.Graph.Node;

/// A graph in Graphviz' language, operands on the left and the result on the right, every edge with
/// its local derivative.
public final class DotText {
  private DotText() {}

  /// The text for `dot -Tsvg`.
  public static String of(Graph graph) {
    var out = new StringBuilder("digraph {\n  rankdir=LR;\n  node [shape=record];\n");
    for (Node node : graph.nodes()) {
      String title =
          node.operands().isEmpty() ? node.label() : node.label() + " = " + node.operation();
      out.append(
          "  n%s [label=\"{ %s | data %s | gradient %s }\"];\n"
              .formatted(node.id(), escaped(title), node.data(), node.gradient()));
      for (Edge edge : node.operands()) {
        out.append(
            "  n%s -> n%s [label=\"%s\"];\n".formatted(edge.operand(), node.id(), edge.slope()));
      }
    }
    return out.append("}\n").toString();
  }

  /// A record label's text: its own signs `{}|<>"\` are quoted, line ends become spaces.
  private static String escaped(String text) {
    return text.replaceAll("([{}|<>\"\\\\])", "\\\\$1").replaceAll("\\R", " ");
  }
}
