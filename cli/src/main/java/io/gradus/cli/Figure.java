package io.gradus.cli;

import io.gradus.experiments.run.Json;

/// Something to look at that was found in a run or an experiment, in each form there is.
interface Figure {
  /// Aligned columns, for a terminal.
  String table();

  /// A record, a map or a list, to be written as JSON.
  Object json();

  /// A drawing; a [io.gradus.experiments.run.SetupException] where there is none of this.
  String svg();

  /// The text of a form.
  default String in(ShowCommand.Format format) {
    return switch (format) {
      case TABLE -> table();
      case JSON -> Json.pretty(json());
      case SVG -> svg();
    };
  }
}
