package io.gradus.nn;

import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What layers that are made of layers share: inference and building in order, with every refusal
/// placed.
public final class Sublayers {
  private Sublayers() {}

  /// What goes out of a sublayer.
  ///
  /// @param component the setting that holds it
  /// @throws MisfitException if it does not take what comes in
  public static Signal infer(String component, LayerSpec spec, Signal in) {
    try {
      return spec.infer(in);
    } catch (IllegalArgumentException e) {
      throw MisfitException.at(component, e);
    }
  }

  /// What goes out of a sublayer that must give the shape that it takes, such as one whose result
  /// is added to what came in.
  ///
  /// @param component the setting that holds it
  /// @throws MisfitException if it does not take what comes in, or gives another shape
  public static Signal inferSame(String component, LayerSpec spec, Signal in) {
    Signal out = infer(component, spec, in);
    if (!out.equals(in)) {
      throw MisfitException.at(
          component,
          new IllegalArgumentException(
              "%s go out; %s are wanted, the same as come in".formatted(out, in)));
    }
    return out;
  }

  /// What goes out of a list of layers, one behind the other.
  ///
  /// @param component the setting that holds the list
  /// @throws MisfitException if one does not take what comes in
  public static Signal infer(String component, List<LayerSpec> specs, Signal in) {
    Signal signal = in;
    for (int i = 0; i < specs.size(); i++) {
      signal = infer("%s[%d]".formatted(component, i), specs.get(i), signal);
    }
    return signal;
  }

  /// Builds a list of layers, one behind the other.
  ///
  /// @param component the component that holds the list
  public static List<Layer> attach(String component, List<LayerSpec> specs, Signal in, Init init) {
    Init inside = init.within(component);
    Map<String, Integer> counts = new TreeMap<>();
    List<Layer> layers = new ArrayList<>();
    Signal signal = in;
    for (int i = 0; i < specs.size(); i++) {
      LayerSpec spec = specs.get(i);
      String kind = kind(spec);
      int ordinal = counts.merge(kind, 1, Integer::sum) - 1;
      layers.add(spec.attach(signal, inside.item(i, kind, ordinal)));
      signal = spec.infer(signal);
    }
    return List.copyOf(layers);
  }

  /// `Linear` for the class `Linear.Spec`.
  private static String kind(LayerSpec spec) {
    Class<?> outer = spec.getClass().getEnclosingClass();
    return (outer == null ? spec.getClass() : outer).getSimpleName();
  }

  /// Applies a list of layers, one behind the other.
  ///
  /// @param component the component that holds the list
  public static Tensor apply(String component, List<Layer> layers, Tensor x, Pass pass) {
    Tensor y = x;
    for (int i = 0; i < layers.size(); i++) {
      y = pass.through(component, i, layers.get(i), y);
    }
    return y;
  }
}
