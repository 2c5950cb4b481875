package io.gradus.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.run.Code;
import io.gradus.plugin.Catalog;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// What a command is made of; the only place where it is put together.
final class Wiring extends AbstractModule {
  private final Console console;
  private final Interruption interruption;

  Wiring(Console console, Interruption interruption) {
    this.console = console;
    this.interruption = interruption;
  }

  @Override
  protected void configure() {
    binder().requireAtInjectOnConstructors();
    bind(Console.class).toInstance(console);
    bind(Interruption.class).toInstance(interruption);
    bind(Surroundings.class).toInstance(Surroundings.system());
  }

  /// Every catalog on the module path or the class path, in the order of their names.
  @Provides
  @Singleton
  List<Catalog> catalogs() {
    return ServiceLoader.load(Catalog.class).stream()
        .sorted(Comparator.comparing(provider -> provider.type().getName()))
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  @Provides
  @Singleton
  Registry registry(List<Catalog> catalogs) {
    return Registry.of(catalogs);
  }

  @Provides
  @Singleton
  ExperimentLoader loader(Registry registry) {
    return new ExperimentLoader(registry);
  }

  @Provides
  @Singleton
  Code code(List<Catalog> catalogs) {
    return Code.of(catalogs);
  }

  /// The checkout that the launcher started from, where it is one.
  @Provides
  @Singleton
  Optional<Path> checkout() {
    return Optional.ofNullable(System.getProperty("gradus.home")).map(Path::of);
  }
}
