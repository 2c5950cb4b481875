package io.gradus.cli;

import io.gradus.experiments.BuiltIns;
import io.gradus.experiments.config.Registry;
import jakarta.inject.Inject;
import java.util.Iterator;

/// What a shell may complete a word to.
final class Candidates {
  private Candidates() {}

  /// The names of the built-in experiments.
  static final class Experiments implements Iterable<String> {
    @Inject
    Experiments() {}

    @Override
    public Iterator<String> iterator() {
      return BuiltIns.names().iterator();
    }
  }

  /// What a run or an experiment can be asked to show.
  static final class Exhibits implements Iterable<String> {
    @Inject
    Exhibits() {}

    @Override
    public Iterator<String> iterator() {
      return Exhibit.names().iterator();
    }
  }

  /// The kinds of building blocks.
  static final class Kinds implements Iterable<String> {
    private final Registry registry;

    @Inject
    Kinds(Registry registry) {
      this.registry = registry;
    }

    @Override
    public Iterator<String> iterator() {
      return registry.kinds().iterator();
    }
  }

  /// The names of the building blocks of all kinds.
  static final class Types implements Iterable<String> {
    private final Registry registry;

    @Inject
    Types(Registry registry) {
      this.registry = registry;
    }

    @Override
    public Iterator<String> iterator() {
      return registry.kinds().stream()
          .flatMap(kind -> registry.blocks(kind).keySet().stream())
          .distinct()
          .sorted()
          .iterator();
    }
  }
}
