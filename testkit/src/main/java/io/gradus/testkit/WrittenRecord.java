package io.gradus.testkit;

import static org.assertj.core.api.Assertions.fail;

import io.gradus.experiments.config.Binder;
import io.gradus.experiments.config.Composer;
import io.gradus.experiments.config.ConfigException;
import io.gradus.experiments.config.ConfigNode;
import io.gradus.experiments.config.Document;
import io.gradus.experiments.config.Problems;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.config.Source;
import io.gradus.plugin.Catalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// A record as an experiment file writes it.
///
/// @param text YAML
record WrittenRecord(Registry registry, Record record, String text) {
  /// A record, written with the names of all catalogs on the path.
  static WrittenRecord of(Object component) {
    if (!(component instanceof Record record)) {
      throw new AssertionError(
          "%s is no record, so that no file can state it"
              .formatted(component.getClass().getName()));
    }
    Registry registry = Registry.of(ServiceLoader.load(Catalog.class));
    return new WrittenRecord(registry, record, new RecordText(registry).of(record));
  }

  /// The text, where the settings are read from it.
  private record Text(String text) implements Document {
    @Override
    public Source source() {
      return Source.of("the record", text, Path.of(""));
    }

    @Override
    public Optional<Document> sibling(String reference) {
      return Optional.empty();
    }
  }

  /// That the text says all of the record.
  void requireReadBack() {
    Object again;
    try {
      again = read(text);
    } catch (ConfigException e) {
      throw new AssertionError("%s is not read back:%n%s".formatted(record, e.getMessage()), e);
    }
    if (!again.equals(record)) {
      fail("%s is read back as %s", record, again);
    }
  }

  /// That a key which the record does not have is an error that names it.
  void requireStrict() {
    try {
      Object taken = read(text + "no-such-setting: 1\n");
      fail("a file with 'no-such-setting' is read as %s", taken);
    } catch (ConfigException e) {
      if (!String.valueOf(e.getMessage()).contains("no-such-setting")) {
        throw new AssertionError("a wrong key is refused without its name: " + e.getMessage(), e);
      }
    }
  }

  private Object read(String yaml) {
    var problems = new Problems();
    ConfigNode.Mapping tree = Composer.compose(new Text(yaml), List.of(), problems);
    problems.throwIfAny();
    Binder.Bound bound = new Binder(registry, problems).record(tree, record.getClass(), "", "");
    problems.throwIfAny();
    return bound.value().orElseThrow();
  }
}
