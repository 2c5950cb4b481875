package io.gradus.nn.network;

import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Notes down the layers that a forward pass comes through, in the order in which it enters them.
final class Walk implements Pass.Watcher {
  private final List<Step> steps = new ArrayList<>();

  private record Step(String place, Layer layer, Shape output) {
    boolean inside(String outer) {
      return place.startsWith(outer + ".");
    }
  }

  /// A layer is told of after those inside of it, and stands before them. One that is entered
  /// again, as a dropout behind each branch of a block, stands where it was first.
  @Override
  public void made(String place, Layer layer, Tensor y) {
    if (steps.stream().noneMatch(step -> step.place.equals(place))) {
      int at = 0;
      while (at < steps.size() && !steps.get(at).inside(place)) {
        at++;
      }
      steps.add(at, new Step(place, layer, y.shape()));
    }
  }

  /// The layers, each with what its name is the nearest to.
  List<PlacedLayer> layers(List<Slice> parameters, List<Slice> buffers) {
    return steps.stream()
        .map(step ->
            new PlacedLayer(
                step.place,
                (int) steps.stream().filter(outer -> step.inside(outer.place)).count(),
                step.layer,
                step.output,
                own(step, parameters),
                own(step, buffers)))
        .toList();
  }

  private List<Slice> own(Step step, List<Slice> slices) {
    return slices.stream().filter(slice -> holder(slice).equals(step.place)).toList();
  }

  /// The longest way to a layer on the way to a slice.
  private String holder(Slice slice) {
    String holder = "";
    for (Step step : steps) {
      boolean holds = slice.name().startsWith(step.place + ".");
      holder = holds && step.place.length() > holder.length() ? step.place : holder;
    }
    return holder;
  }
}
