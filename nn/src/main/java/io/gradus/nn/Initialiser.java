package io.gradus.nn;

import io.gradus.plugin.Kind;
import io.gradus.random.Generator;

/// How the first numbers of a parameter are drawn.
@Kind("initialiser")
public interface Initialiser {
  /// The numbers in row-major order, one for each place of the shape.
  ///
  /// @param fan the shape, and how many inputs and outputs meet in it
  double[] draw(Fan fan, Generator generator);
}
