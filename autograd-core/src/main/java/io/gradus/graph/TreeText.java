package io.gradus.graph;

import io.gradus.graph.Graph.Edge;
import io.gradus.graph.Graph.Node;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;

/// A graph as an indented tree: the result first, below each node its operands.
///
/// A node that is used more than once is unfolded the first time and only named after that. Below a
/// hundred levels it says so and stops.
public final class TreeText {
  private TreeText() {}

  /// A tree wider than any screen helps nobody, and its lines would grow with the square of the
  /// depth.
  private static final int DEEPEST = 100;

  private record Branch(Node node, int depth, String passage, String lead, String below) {}

  /// The tree, a line a node.
  public static String of(Graph graph) {
    return of(graph, DEEPEST);
  }

  /// The upper levels of the tree.
  ///
  /// @param levels how many there may be below the result; past a hundred, a hundred
  public static String of(Graph graph, int levels) {
    var out = new StringBuilder();
    int deepest = Math.min(levels, DEEPEST);
    Set<Integer> shown = new HashSet<>();
    var open = new ArrayDeque<Branch>();
    open.push(new Branch(graph.result(), 0, "", "", ""));
    while (!open.isEmpty()) {
      Branch branch = open.pop();
      Node node = branch.node();
      boolean again = !shown.add(node.id()) && !node.operands().isEmpty();
      out.append(branch.lead()).append(node.title());
      String kind = node.data().kind();
      out.append(kind.isEmpty() ? "" : "  " + kind).append("  data ").append(node.data().text());
      node.gradient()
          .ifPresent(gradient -> out.append("  gradient ").append(gradient.textOfGradient()));
      out.append(branch.passage());
      if (again) {
        out.append("  (unfolded above)\n");
        continue;
      }
      out.append(node.operands().isEmpty() ? "\n" : "  [" + node.formula() + "]\n");
      if (branch.depth() == deepest && !node.operands().isEmpty()) {
        out.append(branch.below()).append("└─ ... and deeper\n");
        continue;
      }
      for (int i = node.operands().size() - 1; i >= 0; i--) {
        Edge edge = node.operands().get(i);
        Node operand = graph.nodes().get(edge.operand());
        boolean last = i == node.operands().size() - 1;
        open.push(
            new Branch(
                operand,
                branch.depth() + 1,
                passage(node, operand, edge),
                branch.below() + (last ? "└─ " : "├─ "),
                branch.below() + (last ? "   " : "│  ")));
      }
    }
    return out.toString();
  }

  /// What a gradient meets between a node and its operand, or nothing.
  private static String passage(Node node, Node operand, Edge edge) {
    return switch (edge) {
      case Edge.Slope(_, double slope) ->
          "  d %s/d %s %s".formatted(node.label(), operand.label(), slope);
      case Edge.Pullback pullback -> pullback.text().isEmpty() ? "" : "  " + pullback.text();
    };
  }
}
