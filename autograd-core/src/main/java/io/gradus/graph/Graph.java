package io.gradus.graph;

import java.util.List;
import java.util.Optional;

/// What a result was computed from: every node after its operands, the result last.
///
/// Plain data, made from the values of either engine at one moment; [TreeText] and [DotText] show
/// it.
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
  /// @param operation the operation's name; `given` or `parameter` for a leaf
  /// @param formula the formula of the value and of its gradients
  /// @param data the numbers
  /// @param gradient d result / d this, where it is known
  /// @param operands one edge for each operand, in order
  public record Node(
      int id,
      String name,
      String operation,
      String formula,
      Content data,
      Optional<Content> gradient,
      List<Edge> operands) {
    public Node {
      operands = List.copyOf(operands);
    }

    /// The name, or `#id` where there is none.
    public String label() {
      return name.isEmpty() ? "#" + id : name;
    }

    /// The label and how it was made: `loss = mul`. A number that was given is only its label.
    public String title() {
      return operands.isEmpty() && data instanceof Content.One
          ? label()
          : label() + " = " + operation;
    }
  }

  /// A way from a node to one operand, and what happens to a gradient on it.
  public sealed interface Edge {
    /// The operand's id.
    int operand();

    /// Between numbers: the gradient is multiplied.
    ///
    /// @param slope the local derivative, d node / d operand
    record Slope(int operand, double slope) implements Edge {}

    /// Between arrays: the operation's formula says what happens to the gradient.
    ///
    /// @param summedOver the axes, of the gradient that is handed back, along which broadcasting
    ///   had repeated the operand
    record Pullback(int operand, List<Integer> summedOver) implements Edge {
      public Pullback {
        summedOver = List.copyOf(summedOver);
      }

      /// `summed over axis 0`, or nothing where nothing was repeated.
      String text() {
        if (summedOver.isEmpty()) {
          return "";
        }
        String axes = summedOver.toString().replaceAll("[\\[\\]]", "");
        return "summed over %s %s".formatted(summedOver.size() == 1 ? "axis" : "axes", axes);
      }
    }
  }
}
