import org.jspecify.annotations.NullMarked;

/// Networks: what a model is to the trainer, and the layers it is made of.
@NullMarked
module io.gradus.nn {
  requires static transitive org.jspecify;
  requires transitive io.gradus.autograd;
  requires transitive io.gradus.data;

  exports io.gradus.nn;
  exports io.gradus.nn.initialisers;
  exports io.gradus.nn.layers;
  exports io.gradus.nn.losses;
  exports io.gradus.nn.network;
  exports io.gradus.nn.scalar;

  provides io.gradus.plugin.Catalog with
      io.gradus.nn.initialisers.InitialisersCatalog,
      io.gradus.nn.layers.LayersCatalog,
      io.gradus.nn.losses.LossesCatalog,
      io.gradus.nn.network.NetworkCatalog,
      io.gradus.nn.scalar.ScalarCatalog;
}
