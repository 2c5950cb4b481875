import org.jspecify.annotations.NullMarked;

/// The `gradus` command: the only main, the only composition root.
@NullMarked
module io.gradus.cli {
  requires static org.jspecify;
  requires com.google.guice;
  requires info.picocli;
  requires io.gradus.experiments;
  requires jakarta.inject;
  requires java.compiler; // which words Java keeps for itself
  requires org.objectweb.asm; // without it a wiring error ends in a NoClassDefFoundError

  opens io.gradus.cli to
      com.google.guice,
      info.picocli;

  uses io.gradus.plugin.Catalog;
}
