package io.gradus.tensor;

import io.gradus.graph.Content;
import io.gradus.graph.Graph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The graph behind a tensor: listed, turned into data.
public final class TensorGraph {
  private TensorGraph() {}

  /// A tensor on the way down, and which of its inputs are still to be looked at.
  private record Step(Tensor tensor, Iterator<Tensor> inputs) {}

  /// Everything the result was computed from, each tensor once and after its inputs, the result
  /// last.
  ///
  /// @throws IllegalStateException if a parameter was updated after the result was computed from it
  public static List<Tensor> topologicalOrder(Tensor result) {
    return order(result, Set.of());
  }

  /// The graph as data, without gradients.
  ///
  /// @throws IllegalStateException if a parameter was updated after the result was computed from it
  public static Graph of(Tensor result) {
    return of(topologicalOrder(result), _ -> Optional.empty());
  }

  /// The graph as data, with the gradients that were found.
  ///
  /// @throws IllegalStateException if a parameter was updated after the result was computed from it
  public static Graph of(Tensor result, Gradients gradients) {
    return of(topologicalOrder(result), gradients::find);
  }

  private static Graph of(List<Tensor> order, Function<Tensor, Optional<Tensor>> gradients) {
    IdentityHashMap<Tensor, Integer> ids = new IdentityHashMap<>(); // looked up, never iterated
    List<Graph.Node> nodes = new ArrayList<>();
    for (Tensor tensor : order) {
      int id = nodes.size();
      ids.put(tensor, id);
      Content data = Summary.of(tensor);
      Optional<Content> gradient = gradients.apply(tensor).map(Summary::of);
      nodes.add(
          switch (tensor.origin()) {
            case Origin.Given _ -> leaf(id, tensor, "given", data, gradient);
            case Origin.Learned(var parameter, _) -> {
              boolean named = parameter.name().equals(tensor.name());
              String origin = named ? "parameter" : "parameter " + parameter.name();
              yield leaf(id, tensor, origin, data, gradient);
            }
            case Origin.Made(var operation, var inputs, _) -> {
              List<Graph.Edge> edges = new ArrayList<>();
              for (Tensor input : inputs) {
                List<Integer> summed = Broadcasting.summedOver(operation, input, tensor);
                edges.add(new Graph.Edge.Pullback(Objects.requireNonNull(ids.get(input)), summed));
              }
              yield new Graph.Node(
                  id, tensor.name(), operation.name(), operation.formula(), data, gradient, edges);
            }
          });
    }
    return new Graph(nodes);
  }

  private static Graph.Node leaf(
      int id, Tensor tensor, String origin, Content data, Optional<Content> gradient) {
    return new Graph.Node(id, tensor.name(), origin, origin, data, gradient, List.of());
  }

  /// @param ends where the walk stops, as if they were leaves
  static List<Tensor> order(Tensor result, Set<Tensor> ends) {
    List<Tensor> order = new ArrayList<>();
    Set<Tensor> met = Collections.newSetFromMap(new IdentityHashMap<>()); // asked, never iterated
    var way = new ArrayDeque<Step>();
    met.add(result);
    way.push(new Step(result, inputs(result, ends)));
    while (!way.isEmpty()) {
      Step step = way.element();
      if (step.inputs.hasNext()) {
        Tensor input = step.inputs.next();
        if (met.add(input)) {
          way.push(new Step(input, inputs(input, ends)));
        }
      } else {
        way.pop();
        order.add(step.tensor);
      }
    }
    return order;
  }

  private static Iterator<Tensor> inputs(Tensor tensor, Set<Tensor> ends) {
    if (ends.contains(tensor)) {
      return Collections.emptyIterator();
    }
    return switch (tensor.origin()) {
      case Origin.Made(_, var inputs, _) -> inputs.iterator();
      case Origin.Learned(var parameter, int updates) -> {
        parameter.requireUnchanged(updates);
        yield Collections.emptyIterator();
      }
      case Origin.Given _ -> Collections.emptyIterator();
    };
  }
}
