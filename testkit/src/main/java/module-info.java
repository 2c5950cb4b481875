import org.jspecify.annotations.NullMarked;

/// Contracts for the tests of a plugin's author: a test class gives samples of a building block,
/// and inherits every promise that gradus makes about it.
@NullMarked
module io.gradus.testkit {
  requires static transitive org.jspecify;
  requires transitive io.gradus.experiments;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires transitive org.junit.jupiter.params;

  exports io.gradus.testkit;

  uses io.gradus.kernels.KernelProvider;
  uses io.gradus.plugin.Catalog;
}
