package io.gradus.graph;

import io.gradus.graph.Graph.Edge;
import io.gradus.graph.Graph.Node;

/// A graph in Graphviz' language, operands on the left and the result on the right, every edge with
/// its local derivative, or with the axes over which a gradient is summed on it.
public final class DotText {
  private DotText() {}

  /// The text for `dot -Tsvg`.
  public static String of(Graph graph) {
    var out = new StringBuilder("digraph {\n  rankdir=LR;\n  node [shape=record];\n");
    for (Node node : graph.nodes()) {
      out.append("  n%s [label=\"%s\"];\n".formatted(node.id(), label(node)));
      for (Edge edge : node.operands()) {
        String passage = passage(edge);
        out.append("  n%s -> n%s".formatted(edge.operand(), node.id()))
            .append(passage.isEmpty() ? "" : " [label=\"%s\"]".formatted(passage))
            .append(";\n");
      }
    }
    return out.append("}\n").toString();
  }

  /// A number lies in one line; an array, of which there is more to say, stands in several.
  private static String label(Node node) {
    String title = escaped(node.title());
    String data = "data " + node.data().text();
    String gradient =
        node.gradient().map(content -> " | gradient " + content.textOfGradient()).orElse("");
    return switch (node.data()) {
      case Content.One _ -> "{ %s | %s%s }".formatted(title, data, gradient);
      case Content.Many many -> "%s | %s | %s%s".formatted(title, many.kind(), data, gradient);
    };
  }

  private static String passage(Edge edge) {
    return switch (edge) {
      case Edge.Slope(_, double slope) -> Double.toString(slope);
      case Edge.Pullback pullback -> pullback.text();
    };
  }

  /// A record label's text: its own signs `{}|<>"\` are quoted, line ends become spaces.
  private static String escaped(String text) {
    return text.replaceAll("([{}|<>\"\\\\])", "\\\\$1").replaceAll("\\R", " ");
  }
}
