package io.gradus.cli;

import io.gradus.experiments.run.Anatomy;
import io.gradus.experiments.run.SetupException;

/// What a model is made of, before it has learned anything.
record ModelFigure(Anatomy anatomy) implements Figure {
  static Figure of(Subject subject) {
    return new ModelFigure(
        Anatomy.of(subject.experiment(), subject.library(), subject.registry().get()));
  }

  @Override
  public String table() {
    return ModelTable.of(anatomy);
  }

  @Override
  public Object json() {
    return anatomy;
  }

  @Override
  public String svg() {
    throw new SetupException("there is no drawing of a model; there are: json, table");
  }
}
