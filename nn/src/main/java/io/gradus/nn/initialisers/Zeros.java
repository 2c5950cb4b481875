package io.gradus.nn.initialisers;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// Zeros; nothing is drawn.
@Doc("zeros")
public record Zeros() implements Initialiser {
  @Override
  public double[] draw(Fan fan, Generator generator) {
    return new double[fan.shape().size()];
  }
}
