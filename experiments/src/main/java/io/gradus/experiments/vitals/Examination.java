package io.gradus.experiments.vitals;

import io.gradus.experiments.vitals.Saturation.Stuck;
import io.gradus.experiments.vitals.Verdict.Sign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// What stands out in the recorded steps of a run, by the [Marks].
///
/// Layers and gradients are judged by the last step, updates by the middle one of all, as the rate
/// may end at 0.
public final class Examination {
  private final List<Vitals> steps;
  private final Vitals last;

  private Examination(List<Vitals> steps) {
    this.steps = steps;
    this.last = steps.getLast();
  }

  /// The verdicts, layers first; none where nothing stands out.
  ///
  /// @param steps in their order, at least one
  public static List<Verdict> of(List<Vitals> steps) {
    return new Examination(steps).verdicts();
  }

  private List<Verdict> verdicts() {
    List<Verdict> all = new ArrayList<>();
    last.layers().forEach(layer -> saturation(layer).ifPresent(all::add));
    all.addAll(gradients());
    last.parameters().forEach(parameter -> parameter(parameter).ifPresent(all::add));
    return all;
  }

  private static Optional<Verdict> saturation(LayerVitals layer) {
    return layer
        .saturation()
        .flatMap(found -> {
          if (found.at() != Stuck.ZERO && found.share() > Marks.SATURATED) {
            return Optional.of(
                new Verdict(
                    Sign.SATURATED,
                    layer.place(),
                    "%s of its outputs are at the ends of %s, where no gradient passes"
                        .formatted(percent(found.share()), layer.type()),
                    "smaller weights before it (kaiming, or scaled down), or a batchnorm1d in front"));
          }
          if (found.dead() > Marks.DEAD * found.units()) {
            return Optional.of(
                new Verdict(
                    Sign.DEAD,
                    layer.place(),
                    "%d of its %d units are stuck for every example"
                        .formatted(found.dead(), found.units()),
                    "biases of 0 and kaiming weights before it, a lower rate, or leaky-relu"));
          }
          return Optional.empty();
        });
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /// Compares activations of one type, as the gradients of a linear map and of a norm differ by
  /// what these do.
  private List<Verdict> gradients() {
    SequencedMap<String, List<LayerVitals>> kinds = new LinkedHashMap<>();
    for (LayerVitals layer : last.layers()) {
      if (layer.saturation().isPresent() && layer.gradient().isPresent()) {
        kinds.computeIfAbsent(layer.type(), _ -> new ArrayList<>()).add(layer);
      }
    }
    return kinds.values().stream()
        .flatMap(layers -> ends(layers.getFirst(), layers.getLast()).stream())
        .toList();
  }

  private static Optional<Verdict> ends(LayerVitals first, LayerVitals behind) {
    double here = first.gradient().orElseThrow().deviation();
    double there = behind.gradient().orElseThrow().deviation();
    String finding =
        String.format(
            Locale.ROOT,
            "the deviation of its gradient is %.1e, and %.1e at %s",
            here,
            there,
            behind.place());
    if (here > Marks.GRADIENTS * there) {
      return Optional.of(
          new Verdict(
              Sign.EXPLODING,
              first.place(),
              finding,
              "smaller weights (kaiming), a batchnorm1d behind each linear map, or a limit such as"
                  + " train.clip={norm: 1.0}"));
    }
    if (Marks.GRADIENTS * here < there) {
      return Optional.of(
          new Verdict(
              Sign.FROZEN,
              first.place(),
              finding,
              "larger weights (kaiming with the gain of the activation), a batchnorm1d behind each"
                  + " linear map, or residual layers"));
    }
    return Optional.empty();
  }

  private Optional<Verdict> parameter(ParameterVitals parameter) {
    if (parameter.isBroken()) {
      return Optional.of(
          new Verdict(
              Sign.EXPLODING,
              parameter.name(),
              "it or its gradient is no finite number any more",
              "a lower rate; gradus lr-search looks for one"));
    }
    if (parameter.gradient().isZero()) {
      return Optional.of(
          new Verdict(
              Sign.FROZEN,
              parameter.name(),
              "its gradient is 0",
              "weights that differ (kaiming) where all are 0, and look for dead layers behind it"));
    }
    return parameter.isMatrix() ? pace(parameter) : Optional.empty();
  }

  private Optional<Verdict> pace(ParameterVitals parameter) {
    List<Double> updates = updates(parameter.name());
    if (updates.isEmpty()) {
      return Optional.empty();
    }
    double least = updates.get((updates.size() - 1) / 2);
    double most = updates.get(updates.size() / 2);
    if (least > Marks.TOO_FAST) {
      return Optional.of(
          new Verdict(
              Sign.EXPLODING,
              parameter.name(),
              String.format(
                  Locale.ROOT, "a step changes it by 10^%.1f of what its numbers are", least),
              "a lower rate; 10^-3 is usual, and gradus lr-search looks for one"));
    }
    if (most < Marks.TOO_SLOW) {
      return Optional.of(
          new Verdict(
              Sign.FROZEN,
              parameter.name(),
              String.format(
                  Locale.ROOT, "a step changes it by 10^%.1f of what its numbers are", most),
              "a higher rate; 10^-3 is usual, and gradus lr-search looks for one"));
    }
    return Optional.empty();
  }

  /// In order of size. The first step is left out where there are others: a matrix that begins with
  /// zeros is nothing but its update then.
  private List<Double> updates(String name) {
    return steps.stream()
        .filter(step -> step.step() > 1 || steps.size() == 1)
        .flatMap(step -> step.parameters().stream())
        .filter(parameter -> parameter.name().equals(name))
        .map(ParameterVitals::update)
        .filter(update -> !update.isNaN())
        .sorted()
        .toList();
  }
}
