package io.gradus.experiments.run;

import io.gradus.nn.Slice;
import io.gradus.optimizers.FloatRule;
import io.gradus.optimizers.Group;
import io.gradus.optimizers.Rule;
import io.gradus.tensor.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A rule at work on one slice of parameters.
///
/// A rule works on doubles. A slice of doubles lies on the desk as a whole, and the memory there is
/// the memory. A slice of floats comes to the desk in blocks that fit in the first cache; numbers
/// and memory are rounded to floats when they leave it. Where the rule is one for floats too, it
/// moves them where they lie, to the same bits.
final class SliceWork<M extends Record> {
  private static final int BLOCK = 1024;

  private final Slice slice;
  private final Rule<M> rule;
  private final double rateFactor;
  private final double decayFactor;
  private final Desk<M> desk;
  private final Optional<Desk<M>> rest; // for what is behind the last whole block
  private final List<float[]> stored = new ArrayList<>(); // by component; none for doubles
  private double[] sum = {}; // of several batches' gradients, where there are several

  private SliceWork(Slice slice, Rule<M> rule, Optional<Group> group) {
    this.slice = slice;
    this.rule = rule;
    this.rateFactor = group.map(Group::rate).orElse(1.0);
    this.decayFactor = group.map(Group::decay).orElse(1.0);
    boolean floats = slice.type() == DType.FLOAT32;
    boolean parts = floats && rule.elementwise();
    int block = parts ? Math.min(BLOCK, slice.size()) : slice.size();
    int behind = block == 0 ? 0 : slice.size() % block;
    this.desk = Desk.of(rule, block);
    this.rest = behind == 0 ? Optional.empty() : Optional.of(Desk.of(rule, behind));
    if (floats) {
      for (double[] first : desk.arrays()) {
        float[] all = new float[slice.size()];
        for (int i = 0; i < all.length; i++) {
          all[i] = (float) first[i % block]; // every part of a memory begins alike
        }
        stored.add(all);
      }
    }
  }

  static <M extends Record> SliceWork<M> of(Slice slice, Rule<M> rule, Optional<Group> group) {
    return new SliceWork<>(slice, rule, group);
  }

  Slice slice() {
    return slice;
  }

  /// Adds the gradient of a batch to those of the batches before it.
  void sumGradient() {
    if (sum.length == 0) {
      sum = new double[slice.size()];
    }
    for (int from = 0; from < slice.size(); from += desk.size()) {
      Desk<M> at = from + desk.size() <= slice.size() ? desk : rest.orElseThrow();
      slice.readGradient(from, at.g(), at.size());
      for (int i = 0; i < at.size(); i++) {
        sum[from + i] += at.g()[i];
      }
    }
  }

  /// Forgets the gradients that were added.
  void forgetSum() {
    Arrays.fill(sum, 0);
  }

  /// The gradient from a place on: of one batch, or the sum of several.
  void readGradient(int from, double[] out, int count) {
    if (sum.length == 0) {
      slice.readGradient(from, out, count);
    } else {
      System.arraycopy(sum, from, out, 0, count);
    }
  }

  /// Moves the slice along its gradient.
  ///
  /// @param limit what becomes of the gradient before
  /// @return whether every number is still finite
  boolean step(int t, int steps, GradientLimit limit) {
    double rate = rule.lr().rate(t, steps) * rateFactor;
    if (rule.descends() && limit.nothing() && sum.length == 0) {
      return slice.descend(rate);
    }
    var update = new Rule.Update(t, rate, decayFactor);
    if (rule instanceof FloatRule<M> inPlace && limit.onlyScales() && lies()) {
      return slice.move((w, g) -> inPlace.step(update, w, g, limit.scale(), stored, slice.size()));
    }
    return stepByDesk(update, limit);
  }

  /// Whether numbers and gradient can be used where they lie.
  private boolean lies() {
    return sum.length == 0 && slice.movable();
  }

  private boolean stepByDesk(Rule.Update update, GradientLimit limit) {
    boolean finite = true;
    for (int from = 0; from < slice.size(); from += desk.size()) {
      Desk<M> at = from + desk.size() <= slice.size() ? desk : rest.orElseThrow();
      slice.read(from, at.w(), at.size());
      readGradient(from, at.g(), at.size());
      limit.apply(at.g());
      load(at, from);
      rule.step(update, at.w(), at.g(), at.memory());
      store(at, from);
      slice.write(from, at.w(), at.size());
      finite &= Finite.all(at.w(), slice.type());
    }
    return finite;
  }

  private void load(Desk<M> at, int from) {
    for (int i = 0; i < stored.size(); i++) {
      float[] source = stored.get(i);
      double[] out = at.arrays().get(i);
      for (int k = 0; k < out.length; k++) {
        out[k] = source[from + k];
      }
    }
  }

  private void store(Desk<M> at, int from) {
    for (int i = 0; i < stored.size(); i++) {
      float[] out = stored.get(i);
      double[] source = at.arrays().get(i);
      for (int k = 0; k < source.length; k++) {
        out[from + k] = (float) source[k];
      }
    }
  }

  /// The memory by name, such as `blocks.0.query/m`: to be saved.
  SortedMap<String, TensorBytes> memory() {
    SortedMap<String, TensorBytes> saved = new TreeMap<>();
    List<String> names = desk.names();
    for (int i = 0; i < names.size(); i++) {
      saved.put(
          slice.name() + "/" + names.get(i),
          stored.isEmpty()
              ? TensorBytes.of(desk.arrays().get(i), slice.size())
              : TensorBytes.of(stored.get(i), slice.size()));
    }
    return saved;
  }

  /// Puts a component of the memory back.
  void restore(String component, TensorBytes numbers) {
    int i = desk.names().indexOf(component);
    if (stored.isEmpty()) {
      System.arraycopy(numbers.doubles(), 0, desk.arrays().get(i), 0, slice.size());
    } else {
      System.arraycopy(numbers.floats(), 0, stored.get(i), 0, slice.size());
    }
  }
}
