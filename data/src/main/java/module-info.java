import org.jspecify.annotations.NullMarked;

/// Corpora, data sets and tokenizers.
@NullMarked
module io.gradus.data {
  requires static transitive org.jspecify;
  requires transitive io.gradus.autograd;
  requires java.net.http;

  exports io.gradus.data;

  provides io.gradus.plugin.Catalog with
      io.gradus.data.DataCatalog;
}
