package io.gradus.scalar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/// The gradient of every node beside the slope that is found by trying: nudge the node by `h` up
/// and down, compute everything above it again, and see how far the result moves.
///
/// The numeric slope is `(f(x + h) - f(x - h)) / 2h`, whose error shrinks with h².
public final class NumericCheck {
  /// About the cube root of a double's precision, where cutting off and rounding cost alike.
  private static final double STEP = 1e-5;

  /// How far apart, relative to their size, the two slopes may be: far above the numeric slope's
  /// own error, far below any real mistake.
  private static final double TOLERANCE = 1e-6;

  /// A second or two: every node is tried, and each try computes the graph twice.
  private static final int MOST = 5000;

  private NumericCheck() {}

  /// One node's two slopes.
  ///
  /// @param node the id in the graph
  /// @param label the node's name, or `#id`
  /// @param gradient what the chain rule says
  /// @param nudge the distance h that the node was moved, up and down
  /// @param moved how far the result moved between the two
  public record Row(int node, String label, double gradient, double nudge, double moved) {
    /// The slope found by trying.
    public double slope() {
      return moved / (2 * nudge);
    }

    /// Whether both slopes are numbers; at a pole they are not.
    public boolean finite() {
      return Double.isFinite(gradient) && Double.isFinite(moved);
    }

    /// Whether the two slopes agree; at a kink they need not, at a pole they cannot.
    public boolean agrees() {
      return finite()
          && Math.abs(slope() - gradient)
              <= TOLERANCE * Math.max(1, Math.max(Math.abs(slope()), Math.abs(gradient)));
    }
  }

  /// A row for each node, in topological order; runs the backward pass first. Costs the square of
  /// the graph's size: for graphs that a person looks at.
  public static List<Row> of(Value result) {
    result.backward();
    List<Value> order = ScalarGraph.topologicalOrder(result);
    if (order.size() > MOST) {
      throw new IllegalArgumentException(
          "checking %d nodes one by one takes too long; %d is the most"
              .formatted(order.size(), MOST));
    }
    int[][] operands = operandIds(order);
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < order.size(); id++) {
      Value node = order.get(id);
      double h = STEP * Math.max(1, Math.abs(node.data()));
      double moved = replay(order, operands, id, h) - replay(order, operands, id, -h);
      String label = node.name().isEmpty() ? "#" + id : node.name();
      rows.add(new Row(id, label, node.grad(), h, moved));
    }
    return rows;
  }

  /// The result when one node is moved by `nudge` and all after it are computed again.
  private static double replay(List<Value> order, int[][] operands, int moved, double nudge) {
    double[] data = new double[order.size()];
    for (int id = 0; id < data.length; id++) {
      if (id == moved) {
        data[id] = order.get(id).data() + nudge;
      } else if (id < moved || operands[id].length == 0) {
        data[id] = order.get(id).data();
      } else {
        data[id] = order.get(id).operation().value(pick(data, operands[id]));
      }
    }
    return data[data.length - 1];
  }

  private static double[] pick(double[] data, int[] ids) {
    return Arrays.stream(ids).mapToDouble(id -> data[id]).toArray();
  }

  private static int[][] operandIds(List<Value> order) {
    IdentityHashMap<Value, Integer> ids = new IdentityHashMap<>(); // looked up, never iterated
    int[][] operands = new int[order.size()][];
    for (int id = 0; id < order.size(); id++) {
      ids.put(order.get(id), id);
      operands[id] =
          order.get(id).operands().stream()
              .mapToInt(operand -> ids.getOrDefault(operand, 0))
              .toArray();
    }
    return operands;
  }
}
