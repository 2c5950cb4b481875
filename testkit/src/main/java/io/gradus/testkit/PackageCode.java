package io.gradus.testkit;

import static org.assertj.core.api.Assertions.fail;

import io.gradus.experiments.config.CodePlace;
import io.gradus.experiments.plugin.ForbiddenCalls;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The packages that building blocks are in, as class files.
///
/// @param packages each once
record PackageCode(SequencedSet<Place> packages) {
  /// A package in a jar, or in a folder of classes.
  record Place(Path jarOrFolder, String name) {
    boolean holds(String type) {
      return type.startsWith(name + ".") && type.indexOf('.', name.length() + 1) < 0;
    }
  }

  /// The packages of these objects' classes.
  static PackageCode of(Stream<?> blocks) {
    return new PackageCode(
        blocks
            .map(Object::getClass)
            .map(type -> new Place(CodePlace.of(type).path(), type.getPackageName()))
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  void requireNoState() {
    requireNone(place ->
        StaticState.in(place.jarOrFolder()).stream().filter(field -> place.holds(field.type())));
  }

  void requireNoForbiddenCall() {
    requireNone(place ->
        ForbiddenCalls.in(place.jarOrFolder()).stream().filter(call -> place.holds(call.type())));
  }

  private void requireNone(Function<Place, Stream<?>> search) {
    List<?> found = packages.stream().flatMap(search).toList();
    if (!found.isEmpty()) {
      fail(lines(found));
    }
  }

  /// A line for each.
  static String lines(List<?> found) {
    return found.stream().map(Object::toString).collect(Collectors.joining("\n"));
  }
}
