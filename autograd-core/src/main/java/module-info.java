import org.jspecify.annotations.NullMarked;

/// The stable side: the scalar engine, the graph as data, randomness and the plugin door. JDK only.
@NullMarked
module io.gradus.autograd {
  requires static transitive org.jspecify;

  exports io.gradus.graph;
  exports io.gradus.kernels;
  exports io.gradus.plugin;
  exports io.gradus.random;
  exports io.gradus.scalar;
  exports io.gradus.tensor;

  uses io.gradus.kernels.KernelProvider;
}
