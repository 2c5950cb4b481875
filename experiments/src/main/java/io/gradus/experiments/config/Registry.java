package io.gradus.experiments.config;

import io.gradus.plugin.Catalog;
import io.gradus.plugin.Kind;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// All building blocks that the catalogs offer, by kind and name.
public final class Registry {
  private final SortedMap<String, SortedMap<String, Block>> kinds = new TreeMap<>();

  /// A building block.
  ///
  /// @param kind such as `model`
  /// @param name what an experiment file writes behind `type:`
  /// @param record its settings, and the factory of the thing
  /// @param jar the file that brought it
  public record Block(String kind, String name, Class<? extends Record> record, String jar) {}

  /// The blocks of these catalogs.
  ///
  /// Throws an `IllegalStateException` where two offer one name of one kind, or one offers
  /// something that cannot be used; the message names the jars.
  public static Registry of(Iterable<Catalog> catalogs) {
    return new Registry().with(catalogs);
  }

  /// These blocks and those of more catalogs; as [#of].
  public Registry with(Iterable<Catalog> catalogs) {
    var registry = new Registry();
    kinds.forEach((kind, blocks) -> registry.kinds.put(kind, new TreeMap<>(blocks)));
    for (Catalog catalog : catalogs) {
      String jar = CodePlace.of(catalog.getClass()).title();
      new TreeMap<>(catalog.types()).forEach((name, record) -> registry.add(name, record, jar));
    }
    return registry;
  }

  private void add(String name, Class<? extends Record> record, String jar) {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw refused(jar, name, "a name is lower-case words joined by -");
    }
    if (!Modifier.isPublic(record.getModifiers())) {
      throw refused(jar, name, record.getName() + " is not public");
    }
    if (!record.getModule().isExported(record.getPackageName(), Registry.class.getModule())) {
      throw refused(jar, name, "its module does not export the package " + record.getPackageName());
    }
    String kind =
        kindOf(record)
            .orElseThrow(() -> refused(jar, name, record.getName() + " is of no known kind"));
    Block block = new Block(kind, name, record, jar);
    Block other = kinds.computeIfAbsent(kind, _ -> new TreeMap<>()).putIfAbsent(name, block);
    if (other != null) {
      throw new IllegalStateException(
          "both %s and %s offer the %s '%s'".formatted(other.jar(), jar, kind, name));
    }
  }

  private static IllegalStateException refused(String jar, String name, String why) {
    return new IllegalStateException("%s offers '%s', but %s".formatted(jar, name, why));
  }

  /// The names of all kinds.
  public SortedSet<String> kinds() {
    return new TreeSet<>(kinds.keySet());
  }

  /// The blocks of a kind by name; none for an unknown kind.
  public SortedMap<String, Block> blocks(String kind) {
    return Collections.unmodifiableSortedMap(kinds.getOrDefault(kind, new TreeMap<>()));
  }

  /// What an experiment file calls a thing of this class, whose recipe is the class itself or
  /// nested in it; empty where no block makes such things by name.
  public Optional<String> nameOf(String kind, Class<?> thing) {
    return blocks(kind).values().stream()
        .filter(block -> block.record() == thing || block.record().getEnclosingClass() == thing)
        .map(Block::name)
        .findFirst();
  }

  /// The kind of a block that implements this interface, or is this record.
  public static Optional<String> kindOf(Class<?> type) {
    Kind kind = type.getAnnotation(Kind.class);
    if (kind != null) {
      return Optional.of(kind.value());
    }
    return Arrays.stream(type.getInterfaces())
        .sorted(Comparator.comparing(Class::getName))
        .flatMap(parent -> kindOf(parent).stream())
        .findFirst();
  }
}
