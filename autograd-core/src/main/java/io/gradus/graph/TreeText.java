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

  private record Branch(Node node, int depth, String slope, String lead, String below) {}

  /// The tree, a line a node.
  public static String of(Graph graph) {
    var out = new StringBuilder();
    Set<Integer> shown = new HashSet<>();
    var open = new ArrayDeque<Branch>();
    open.push(new Branch(graph.result(), 0, "", "", ""));
    while (!open.isEmpty()) {
      Branch branch = open.pop();
      Node node = branch.node();
      boolean again = !shown.add(node.id()) && !node.operands().isEmpty();
      out.append(branch.lead()).append(title(node));
      out.append("  data ").append(node.data()).append("  gradient ").append(node.gradient());
      out.append(branch.slope());
      if (again) {
        out.append("  (unfolded above)\n");
        continue;
      }
      out.append(node.operands().isEmpty() ? "\n" : "  [" + node.formula() + "]\n");
      if (branch.depth() == DEEPEST && !node.operands().isEmpty()) {
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
                "  d %s/d %s %s".formatted(node.label(), operand.label(), edge.slope()),
                branch.below() + (last ? "└─ " : "├─ "),
                branch.below() + (last ? "   " : "│  ")));
      }
    }
    return out.toString();
  }

  private static String title(Node node) {
    return node.operands().isEmpty() ? node.label() : node.label() + " = " + node.operation();
  }
}
