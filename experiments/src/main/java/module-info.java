import org.jspecify.annotations.NullMarked;

/// Experiments: their language, the trainer, and the run directory.
@NullMarked
module io.gradus.experiments {
  requires static transitive org.jspecify;
  requires transitive io.gradus.data;
  requires transitive io.gradus.nn;
  requires transitive io.gradus.optimizers;
  requires transitive micrometer.core;
  requires micrometer.registry.prometheus;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;
  requires tools.jackson.databind;
  requires tools.jackson.dataformat.yaml;

  exports io.gradus.experiments;
  exports io.gradus.experiments.compare;
  exports io.gradus.experiments.config;
  exports io.gradus.experiments.figure;
  exports io.gradus.experiments.insight;
  exports io.gradus.experiments.plugin;
  exports io.gradus.experiments.run;
  exports io.gradus.experiments.search;
  exports io.gradus.experiments.tracking;
  exports io.gradus.experiments.vitals;

  opens io.gradus.experiments.run to
      tools.jackson.databind;
  opens io.gradus.experiments.vitals to
      tools.jackson.databind;

  provides io.gradus.plugin.Catalog with
      io.gradus.experiments.tracking.TrackersCatalog;

  uses io.gradus.plugin.Catalog;
}
