package io.gradus.cli;

/// Something to look at that was found in a run or an experiment, in each form there is.
interface Figure {
  /// Aligned columns, for a terminal.
  String table();

  /// A record, a map or a list, to be written as JSON.
  Object json();

  /// A drawing; a [io.gradus.experiments.run.SetupException] where there is none of this.
  String svg();
}
