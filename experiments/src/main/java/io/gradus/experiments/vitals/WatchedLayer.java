package io.gradus.experiments.vitals;

import io.gradus.nn.Layer;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A layer during one step, in which it may be come through several times.
final class WatchedLayer {
  private final String place;
  private final Layer layer;
  private final Optional<Saturation.Stuck> stuck;
  private final List<Tensor> made = new ArrayList<>(); // of the batch that is learned from
  private Moments output = Moments.NONE;
  private Moments gradient = Moments.NONE;
  private long stuckOutputs;
  private boolean[] alive = {}; // by unit

  WatchedLayer(String place, Layer layer) {
    this.place = place;
    this.layer = layer;
    this.stuck = Saturation.Stuck.of(layer);
  }

  String place() {
    return place;
  }

  boolean isInside(String outer) {
    return place.startsWith(outer + ".");
  }

  void add(Tensor y) {
    made.add(y);
  }

  List<Tensor> made() {
    return made;
  }

  /// Reads the numbers of a batch, whose arrays are used again after the step.
  void read(Gradients gradients) {
    for (Tensor y : made) {
      double[] numbers = y.toDoubles();
      output = output.and(Moments.of(numbers));
      gradients.find(y).ifPresent(found -> gradient = gradient.and(Moments.of(found.toDoubles())));
      stuck.ifPresent(at -> count(numbers, y.shape().length(-1), at));
    }
    made.clear();
  }

  private void count(double[] numbers, int units, Saturation.Stuck at) {
    if (alive.length == 0) {
      alive = new boolean[units];
    }
    for (int i = 0; i < numbers.length; i++) {
      boolean still = at.holds(numbers[i]);
      stuckOutputs += still ? 1 : 0;
      alive[i % units] |= !still;
    }
  }

  LayerVitals vitals(Function<Layer, String> names) {
    return new LayerVitals(
        place,
        names.apply(layer),
        output.spread(),
        stuck.map(this::saturation),
        gradient.count() == 0 ? Optional.empty() : Optional.of(gradient.spread()));
  }

  private Saturation saturation(Saturation.Stuck at) {
    int dead = 0;
    for (boolean living : alive) {
      dead += living ? 0 : 1;
    }
    return new Saturation(at, (double) stuckOutputs / output.count(), dead, alive.length);
  }
}
