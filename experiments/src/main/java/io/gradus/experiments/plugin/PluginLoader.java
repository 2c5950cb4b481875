package io.gradus.experiments.plugin;

import io.gradus.experiments.config.RecordShape;
import io.gradus.experiments.run.Code;
import io.gradus.plugin.Catalog;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/// Loads a plugin into a layer of its own, above gradus: so that one cannot hide another, nor what
/// gradus is made of.
final class PluginLoader {
  private PluginLoader() {}

  /// Why a plugin cannot be used, in words that stand behind its name.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String why) {
      super(why);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  static Plugin load(PluginPlace place) throws Refused {
    try {
      requireVersion(place.range());
      List<Catalog> catalogs = catalogs(layer(place));
      for (Catalog catalog : catalogs) {
        requireReadable(catalog);
      }
      Module module = catalogs.getFirst().getClass().getModule();
      String version = module.getDescriptor().rawVersion().orElse("");
      return new Plugin(place.path(), module.getName(), version, place.hashes(), catalogs);
    } catch (IOException e) {
      throw new Refused("it cannot be read as a jar: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    } catch (UnsupportedClassVersionError e) {
      throw new Refused(
          "it was compiled for a later Java than this one, %s: %s"
              .formatted(Runtime.version().feature(), e.getMessage()));
    } catch (LinkageError e) {
      throw new Refused(
          "it does not fit this gradus, %s; it was built against another one: %s"
              .formatted(Code.version(), e));
    }
  }

  /// What is not there shows itself now, and not in the middle of a run.
  private static void requireReadable(Catalog catalog) throws Refused {
    try {
      for (Class<? extends Record> record : catalog.types().values()) {
        RecordShape _ = RecordShape.of(record);
      }
    } catch (RuntimeException e) {
      throw new Refused("its catalog %s fails: %s".formatted(catalog.getClass().getName(), e));
    }
  }

  private static void requireVersion(Optional<VersionRange> range) throws Refused {
    if (range.isPresent() && !range.get().holds(Code.version())) {
      throw new Refused(
          "it is made for gradus %s, and this is %s".formatted(range.get(), Code.version()));
    }
  }

  private static ModuleLayer layer(PluginPlace place) throws IOException, Refused {
    ModuleLayer gradus = PluginLoader.class.getModule().getLayer();
    if (gradus == null) {
      throw new Refused("plugins need gradus on the module path, and it is on the class path");
    }
    try {
      ModuleFinder finder = ModuleFinder.of(place.jars().toArray(Path[]::new));
      Set<String> names =
          finder.findAll().stream()
              .map(ModuleReference::descriptor)
              .map(ModuleDescriptor::name)
              .collect(Collectors.toSet());
      Configuration configuration =
          gradus.configuration().resolve(ModuleFinder.of(), finder, names);
      return ModuleLayer.defineModulesWithOneLoader(
              configuration, List.of(gradus), PluginLoader.class.getClassLoader())
          .layer();
    } catch (FindException e) {
      String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new Refused(
          why != null && why.contains("not found")
              ? "%s; a folder of its own holds a plugin with the jars that it needs".formatted(why)
              : "it is no module: " + why);
    } catch (ResolutionException | LayerInstantiationException e) {
      throw new Refused("its module cannot be loaded: " + e.getMessage());
    }
  }

  private static List<Catalog> catalogs(ModuleLayer layer) throws Refused {
    try {
      List<Catalog> catalogs = new ArrayList<>();
      ServiceLoader.load(layer, Catalog.class).stream()
          .filter(provider -> provider.type().getModule().getLayer() == layer) // not gradus' own
          .sorted(Comparator.comparing(provider -> provider.type().getName()))
          .map(ServiceLoader.Provider::get)
          .forEach(catalogs::add);
      if (catalogs.isEmpty()) {
        throw new Refused(
            "it has no catalog: its module-info says 'provides io.gradus.plugin.Catalog with ...',"
                + " or its META-INF/services names one");
      }
      return catalogs;
    } catch (ServiceConfigurationError e) {
      Throwable cause = e.getCause();
      if (cause instanceof LinkageError linkage) {
        throw linkage;
      }
      throw new Refused("its catalog cannot be made: " + (cause == null ? e.getMessage() : cause));
    }
  }
}
