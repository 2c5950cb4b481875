package io.gradus.experiments.figure;

/// Something that is drawn in a [Chart]; numbers without a place on its axes are left out.
public sealed interface Content permits Line, Band, Mark, Guide {
  /// What the legend says; empty where it says nothing.
  String name();

  /// The colour of it in the legend.
  String colour();

  /// From where to where it goes along the horizontal axis.
  Extent across(Axis axis);

  /// From where to where it goes along the vertical axis.
  Extent along(Axis axis);

  /// Writes its shapes.
  void draw(Plot plot);
}
