package io.gradus.tensor;

import io.gradus.graph.Graph;
import io.gradus.graph.TreeText;
import java.util.List;

/// A NaN or an infinity where there should be none, with the graph around it.
public final class NonFiniteException extends ArithmeticException {
  private static final long serialVersionUID = 1;

  /// Levels of the tree in the message: enough to see where the inputs come from.
  private static final int LEVELS = 3;

  private final String sentence;
  private final transient Operation operation;
  private final transient List<Tensor> inputs;
  private final transient Tensor y;
  private final transient Graph graph;

  NonFiniteException(String sentence, Operation operation, List<Tensor> inputs, Tensor y) {
    this(sentence, operation, inputs, y, graphOf(operation, inputs, y));
  }

  private NonFiniteException(
      String sentence, Operation operation, List<Tensor> inputs, Tensor y, Graph graph) {
    super(sentence + "\n" + TreeText.of(graph, LEVELS));
    this.sentence = sentence;
    this.operation = operation;
    this.inputs = inputs;
    this.y = y;
    this.graph = graph;
  }

  private static Graph graphOf(Operation operation, List<Tensor> inputs, Tensor y) {
    try {
      return TensorGraph.of(y.from(new Origin.Made(operation, List.copyOf(inputs))));
    } catch (IllegalStateException e) {
      // what lies further below is gone: updated since, or back in its workspace
      List<Tensor> given = inputs.stream().map(Tensor::detach).toList();
      return TensorGraph.of(y.from(new Origin.Made(operation, given)));
    }
  }

  /// The same, with where in a backward pass it happened; the gradient that was being handed back
  /// is called `dy`.
  NonFiniteException handingBack(Operation through, int input, Tensor x, Tensor dy) {
    List<Tensor> named =
        inputs.stream()
            .map(each -> each.equals(dy) && each.name().isEmpty() ? each.named("dy") : each)
            .toList();
    var now =
        new NonFiniteException(
            "%s\nin the gradient of %s, handed back to its input %d, %s  [%s]"
                .formatted(sentence, through.name(), input, NonFinite.kind(x), through.formula()),
            operation,
            named,
            y);
    now.setStackTrace(getStackTrace());
    return now;
  }

  /// The operation that made it, or that was first to use it where it was given.
  public Operation operation() {
    return operation;
  }

  /// What that operation's result was computed from.
  public Graph graph() {
    return graph;
  }
}
