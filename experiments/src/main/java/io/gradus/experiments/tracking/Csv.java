package io.gradus.experiments.tracking;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.io.IOException;
import java.nio.file.Path;

/// A [CsvTable] in the run's folder.
@Doc("a table for spreadsheets in the run's folder: one row a step, one column a metric")
public record Csv(
    @Doc("the name of the file, which ends in .csv") @Default("metrics.csv") String file)
    implements TrackerSpec {
  public Csv {
    require(
        file.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,95}\\.csv"),
        "file = '%s' must be letters, digits, '.', '_' and '-', a letter or digit first, and end in"
            + " .csv",
        file);
  }

  @Override
  public Tracker open(Path folder, int step) throws IOException {
    return new CsvTable(folder.resolve(file));
  }
}
