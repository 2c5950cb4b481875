package io.gradus.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.gradus.experiments.ExperimentLoader;
import io.gradus.experiments.config.Registry;
import io.gradus.experiments.plugin.Plugins;
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
  private final List<Path> pluginPath;

  Wiring(Console console, Interruption interruption, List<Path> pluginPath) {
    this.console = console;
    this.pluginPath = List.copyOf(pluginPath);
    this.interruption = interruption;
  }

  @Override
  protected void configure() {
    binder().requireAtInjectOnConstructors();
    bind(Console.class).toInstance(console);
    bind(Interruption.class).toInstance(interruption);
    bind(Surroundings.class).toInstance(Surroundings.system());
  }

  /// Every catalog that gradus itself has, in the order of their names.
  @Provides
  @Singleton
  List<Catalog> own() {
    return ServiceLoader.load(Catalog.class).stream()
        .sorted(Comparator.comparing(provider -> provider.type().getName()))
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /// The plugins of `--plugin-path` and `$GRADUS_PLUGINS`, also those that cannot be used.
  @Provides
  @Singleton
  Plugins plugins(List<Catalog> own) {
    return Plugins.load(pluginPath, Registry.of(own));
  }

  @Provides
  @Singleton
  Registry registry(Plugins plugins) {
    return plugins.requireSound().registry();
  }

  @Provides
  @Singleton
  ExperimentLoader loader(Registry registry) {
    return new ExperimentLoader(registry);
  }

  @Provides
  @Singleton
  Code code(List<Catalog> own, Plugins plugins) {
    return Code.of(own, plugins.requireSound().jars());
  }

  /// The checkout that the launcher started from, where it is one.
  @Provides
  @Singleton
  Optional<Path> checkout() {
    return Optional.ofNullable(System.getProperty("gradus.home")).map(Path::of);
  }
}
