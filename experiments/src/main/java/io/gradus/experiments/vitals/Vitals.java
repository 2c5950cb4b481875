package io.gradus.experiments.vitals;

import java.util.List;

/// How a network fared in one step.
///
/// @param step from 1
/// @param layers in the order in which a forward pass enters them
/// @param parameters those that were moved
public record Vitals(int step, List<LayerVitals> layers, List<ParameterVitals> parameters) {
  public Vitals {
    layers = List.copyOf(layers);
    parameters = List.copyOf(parameters);
  }
}
