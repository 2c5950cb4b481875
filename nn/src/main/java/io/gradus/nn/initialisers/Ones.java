package io.gradus.nn.initialisers;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// Ones; nothing is drawn.
@Doc("ones")
public record Ones() implements Initialiser {
  @Override
  public double[] draw(Fan fan, Generator generator) {
    return new Constant(1).draw(fan, generator);
  }
}
