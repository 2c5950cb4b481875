package io.gradus.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.data.Library;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.run.Anatomy;
import io.gradus.plugin.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The experiments that the pages show can be run: they load, and their models fit their data.
class SnippetsTest {
  private static final Path PAGE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/experiments.md");
  private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Registry REGISTRY =
      Registry.of(
          ServiceLoader.load(Catalog.class).stream().map(ServiceLoader.Provider::get).toList());

  @TempDir private Path folder;

  @Test
  void everyExperimentOnThePageFitsTogether() throws IOException {
    var library =
        new Library(
            List.of(),
            Optional.empty(),
            (address, _) -> {
              throw new IOException("no download in a test: " + address);
            });
    Path _ = Files.writeString(folder.resolve("my.txt"), library.corpus("given-names").content());
    List<String> snippets =
        SNIPPET.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(snippets).hasSizeGreaterThan(3).allMatch(snippet -> snippet.startsWith("name: "));
    var loader = new ExperimentLoader(REGISTRY);
    for (String snippet : snippets) {
      Path file = Files.writeString(folder.resolve("snippet.yaml"), snippet);
      Loaded loaded = loader.load(file.toString(), List.of());
      Anatomy model = Anatomy.of(loaded, library, REGISTRY);
      assertThat(model.totals().learned()).as(model.experiment()).isPositive();
    }
  }
}
