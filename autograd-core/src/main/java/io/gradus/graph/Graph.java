package io.gradus.graph;

import java.util.List;

/// What a result was computed from: every node after its operands, the result last.
///
/// Plain data, made from an engine's values at one moment; [TreeText] and [DotText] show it.
public record Graph(List<Node> nodes) {
  public Graph {
    nodes = List.copyOf(nodes);
  }

  /// The node that everything else leads to.
  public Node result() {
    return nodes.getLast();
  }

  /// One value: its place in the list of nodes, its numbers, and the edges to what it was made
  /// from.
  ///
  /// @param id the place in [Graph#nodes]
  /// @param name the name it was given, or empty
  /// @param operation the operation's name, `given` for a leaf
  /// @param formula the formula of the value and of its slopes
  /// @param data the number
  /// @param gradient d result / d this
  /// @param operands one edge for each operand, in order
  public record Node(
      int id,
      String name,
      String operation,
      String formula,
      double data,
      double gradient,
      List<Edge> operands) {
    public Node {
      operands = List.copyOf(operands);
    }

    /// The name, or `#id` where there is none.
    public String label() {
      return name.isEmpty() ? "#" + id : name;
    }
  }

  /// A way from a node to one operand.
  ///
  /// @param operand the operand's id
  /// @param slope the local derivative, d node / d operand
  public record Edge(int operand, double slope) {}
}
