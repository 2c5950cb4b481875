import org.jspecify.annotations.NullMarked;

/// The GPT family, one model a file.
@NullMarked
module io.gradus.models.gpt {
  requires static transitive org.jspecify;
  requires transitive io.gradus.nn;

  exports io.gradus.models.gpt;

  provides io.gradus.plugin.Catalog with
      io.gradus.models.gpt.GptCatalog;
}
