import org.jspecify.annotations.NullMarked;

/// The makemore family, one model a file.
@NullMarked
module io.gradus.models.makemore {
  requires static transitive org.jspecify;
  requires transitive io.gradus.nn;

  exports io.gradus.models.makemore;

  provides io.gradus.plugin.Catalog with
      io.gradus.models.makemore.MakemoreCatalog;
}
