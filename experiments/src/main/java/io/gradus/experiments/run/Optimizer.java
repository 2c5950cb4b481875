package io.gradus.experiments.run;

import io.gradus.experiments.Training;
import io.gradus.nn.Slice;
import io.gradus.optimizers.Clipping;
import io.gradus.optimizers.Group;
import io.gradus.optimizers.Rule;
import io.gradus.tensor.Compute;
import io.gradus.tensor.NamePattern;
import io.gradus.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/// A rule at work on the slices of one model, with its memory of each.
final class Optimizer {
  /// Below so many numbers, waking other threads takes longer than moving them.
  private static final int SHARED_FROM = 50_000;

  private static final int BLOCK = 1024;
  private static final int LANES = 16;

  private final List<SliceWork<?>> work = new ArrayList<>();
  private final int steps;
  private final Optional<Clipping> clip;
  private final double share; // of one batch in an update
  private final boolean shared;

  /// A rule that moves what of these slices is learned.
  Optimizer(Rule<?> rule, List<Slice> slices, Training plan) {
    this.steps = plan.steps();
    this.clip = plan.clip();
    this.share = 1.0 / plan.accumulate();
    for (Slice slice : slices) {
      if (slice.learned()) {
        work.add(of(rule.on(Shape.of(slice.shape()), slice.type()), slice, plan.groups()));
      }
    }
    // a slice that descends by itself shares its work by itself
    this.shared = !rule.descends() && slices.stream().mapToLong(Slice::size).sum() >= SHARED_FROM;
    plan.groups().forEach(this::requireOne);
  }

  private static SliceWork<?> of(Rule<?> rule, Slice slice, List<Group> groups) {
    return SliceWork.of(
        slice, rule, groups.stream().filter(group -> group.matches(slice.name())).findFirst());
  }

  private void requireOne(Group group) {
    List<String> names = work.stream().map(each -> each.slice().name()).toList();
    try {
      new NamePattern(group.match()).requireOne("train.groups", names);
    } catch (IllegalArgumentException e) {
      throw new SetupException(String.valueOf(e.getMessage()));
    }
  }

  /// Adds the gradients of a batch to those of the batches before it.
  void sumGradients() {
    forEach(i -> work.get(i).sumGradient());
  }

  /// Forgets the gradients that were added.
  void forgetSums() {
    forEach(i -> work.get(i).forgetSum());
  }

  /// Shows every slice that is to be moved with its gradient: the mean of the batches', before a
  /// limit is applied.
  void show(BiConsumer<Slice, double[]> watcher) {
    for (SliceWork<?> each : work) {
      double[] gradient = new double[each.slice().size()];
      each.readGradient(0, gradient, gradient.length);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= share;
      }
      watcher.accept(each.slice(), gradient);
    }
  }

  /// Moves every slice along its gradient.
  ///
  /// @param t which update it is, from 0
  /// @return the parameter that is no finite number any more, where there is one
  Optional<String> step(int t) {
    double scale = clip.map(limit -> share * limit.scale(norm() * share)).orElse(share);
    var limit = new GradientLimit(scale, clip);
    boolean[] finite = new boolean[work.size()];
    forEach(i -> finite[i] = work.get(i).step(t, steps, limit));
    for (int i = 0; i < finite.length; i++) {
      if (!finite[i]) {
        return Optional.of(work.get(i).slice().name());
      }
    }
    return Optional.empty();
  }

  /// The root of the sum of all gradients' squares, each slice summed on its own.
  private double norm() {
    double[] squares = new double[work.size()];
    forEach(i -> squares[i] = squares(work.get(i)));
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return Math.sqrt(sum);
  }

  /// In 16 lanes, as all sums here.
  private static double squares(SliceWork<?> slice) {
    double[] g = new double[BLOCK];
    double[] lanes = new double[LANES];
    int size = slice.slice().size();
    for (int from = 0; from < size; from += BLOCK) {
      int count = Math.min(BLOCK, size - from);
      slice.readGradient(from, g, count);
      Arrays.fill(g, count, BLOCK, 0);
      for (int i = 0; i < BLOCK; i += LANES) {
        for (int lane = 0; lane < LANES; lane++) {
          lanes[lane] += g[i + lane] * g[i + lane];
        }
      }
    }
    double sum = 0;
    for (double lane : lanes) {
      sum += lane;
    }
    return sum;
  }

  private void forEach(IntConsumer part) {
    if (shared) {
      Compute compute = Compute.current();
      // what a part computes on tensors belongs to this crew too, and not to the standard one
      compute
          .workers()
          .run(
              work.size(),
              i ->
                  compute.call(() -> {
                    part.accept(i);
                    return i;
                  }));
    } else {
      for (int i = 0; i < work.size(); i++) {
        part.accept(i);
      }
    }
  }

  /// The memory by name, such as `blocks.0.query/m`: to be saved.
  SortedMap<String, TensorBytes> memory() {
    SortedMap<String, TensorBytes> saved = new TreeMap<>();
    work.forEach(each -> saved.putAll(each.memory()));
    return saved;
  }

  /// Puts the memory back.
  ///
  /// @param stored finds the numbers of a name that have this dtype and shape
  void restore(Stored stored) {
    for (SliceWork<?> each : work) {
      String slice = each.slice().name() + "/";
      each.memory()
          .forEach(
              (name, now) -> each.restore(name.substring(slice.length()), stored.like(name, now)));
    }
  }

  /// Where saved memory is found.
  interface Stored {
    /// The numbers of that name; a [RunException] where they are unlike these.
    TensorBytes like(String name, TensorBytes now);
  }
}
