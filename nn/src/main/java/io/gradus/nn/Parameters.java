package io.gradus.nn;

import io.gradus.tensor.Buffer;
import io.gradus.tensor.Parameter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The parameters and buffers of a model, each once, by name.
///
/// A name is the path of record components that leads there: `layers.0.weight`. What stands in two
/// places, such as a tied weight, is listed under its first name.
///
/// @param learned in the order of the components
/// @param kept the buffers, in the order of the components
public record Parameters(List<Entry<Parameter>> learned, List<Entry<Buffer>> kept) {
  public Parameters {
    learned = List.copyOf(learned);
    kept = List.copyOf(kept);
  }

  /// Something found under a name.
  public record Entry<T>(String name, T value) {}

  /// What a model, a layer or any record of them holds.
  ///
  /// @throws IllegalArgumentException if a record's components cannot be read
  public static Parameters of(Record model) {
    var search = new Search();
    search.collect("", model);
    return new Parameters(search.learned, search.kept);
  }

  /// The names of what is learned.
  public List<String> names() {
    return learned.stream().map(Entry::name).toList();
  }

  /// How many numbers are learned.
  public long count() {
    return learned.stream().mapToLong(entry -> entry.value().value().shape().size()).sum();
  }

  /// What was found so far, and what was seen, by identity (asked, never iterated).
  private static final class Search {
    private final List<Entry<Parameter>> learned = new ArrayList<>();
    private final List<Entry<Buffer>> kept = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    void collect(String name, Object part) {
      switch (part) {
        case Parameter parameter -> {
          if (seen.add(parameter)) {
            learned.add(new Entry<>(name, parameter));
          }
        }
        case Buffer buffer -> {
          if (seen.add(buffer)) {
            kept.add(new Entry<>(name, buffer));
          }
        }
        case Optional<?> perhaps -> perhaps.ifPresent(inner -> collect(name, inner));
        case List<?> list -> {
          for (int i = 0; i < list.size(); i++) {
            collect(join(name, Integer.toString(i)), list.get(i));
          }
        }
        case LayerSpec _ -> {
          // a recipe holds settings only
        }
        case Record record -> {
          for (RecordComponent component : record.getClass().getRecordComponents()) {
            collect(join(name, component.getName()), read(record, component));
          }
        }
        default -> {
          // a setting
        }
      }
    }
  }

  private static String join(String path, String step) {
    return path.isEmpty() ? step : path + "." + step;
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(
          "cannot read %s of %s: a layer is a public record in an exported package"
              .formatted(component.getName(), record.getClass().getName()),
          e);
    }
  }
}
