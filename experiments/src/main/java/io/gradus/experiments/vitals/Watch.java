package io.gradus.experiments.vitals;

import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Watches one step of learning: what each layer makes, the gradient that comes back to it, and how
/// far each parameter moves. It reads numbers and changes none.
public final class Watch implements Pass.Watcher {
  private final List<WatchedLayer> layers = new ArrayList<>();
  private final List<Moving> moving = new ArrayList<>();
  private final List<ParameterVitals> moved = new ArrayList<>();

  private record Moving(Slice slice, double[] before, Moments gradient) {}

  /// A layer is told of after those inside of it, and stands before them.
  @Override
  public void made(String place, Layer layer, Tensor y) {
    for (WatchedLayer known : layers) {
      if (known.place().equals(place)) {
        known.add(y);
        return;
      }
    }
    int at = 0;
    while (at < layers.size() && !layers.get(at).isInside(place)) {
      at++;
    }
    var first = new WatchedLayer(place, layer);
    first.add(y);
    layers.add(at, first);
  }

  @Override
  public List<Tensor> wanted() {
    return layers.stream().flatMap(layer -> layer.made().stream()).toList();
  }

  @Override
  public void differentiated(Gradients gradients) {
    layers.forEach(layer -> layer.read(gradients));
  }

  /// A slice is about to be moved.
  ///
  /// @param gradient of the loss by it
  public void aboutToMove(Slice slice, double[] gradient) {
    double[] before = new double[slice.size()];
    slice.read(before);
    moving.add(new Moving(slice, before, Moments.of(gradient)));
  }

  /// All slices have been moved.
  public void moved() {
    moving.forEach(each -> moved.add(vitals(each)));
    moving.clear();
  }

  private static ParameterVitals vitals(Moving each) {
    double[] now = new double[each.slice().size()];
    each.slice().read(now);
    double[] update = new double[now.length];
    for (int i = 0; i < now.length; i++) {
      update[i] = now[i] - each.before()[i];
    }
    double deviation = Moments.of(now).deviation();
    return new ParameterVitals(
        each.slice().name(),
        Arrays.stream(each.slice().shape()).boxed().toList(),
        each.gradient().spread(),
        deviation,
        each.gradient().deviation() / deviation,
        StrictMath.log10(Moments.of(update).deviation() / deviation));
  }

  /// What was seen.
  ///
  /// @param step which it was, from 1
  /// @param names what an experiment file calls a layer
  public Vitals vitals(int step, Function<Layer, String> names) {
    return new Vitals(step, layers.stream().map(layer -> layer.vitals(names)).toList(), moved);
  }
}
