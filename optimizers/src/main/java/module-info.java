import org.jspecify.annotations.NullMarked;

/// Rules that turn gradients into steps, and schedules of their rates.
@NullMarked
module io.gradus.optimizers {
  requires static transitive org.jspecify;
  requires transitive io.gradus.autograd;

  exports io.gradus.optimizers;

  provides io.gradus.plugin.Catalog with
      io.gradus.optimizers.OptimizersCatalog;
}
