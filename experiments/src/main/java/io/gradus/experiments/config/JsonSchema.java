package io.gradus.experiments.config;

import io.gradus.experiments.config.RecordShape.Setting;
import io.gradus.plugin.Kind;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The experiment language as a JSON Schema (2020-12), for editors: made from the records that
/// [Binder] fills, so that it knows every block of every jar.
///
/// It takes whatever `Binder` takes, and a little more: 3.0 for a whole number, a rule that only a
/// constructor knows, a `${path}` that leads nowhere. A file that `extends` another may leave out
/// what the other says; its blocks have definitions of their own, which end in `.changes`.
public final class JsonSchema {
  /// A file says everything, or what is different from the file that it extends.
  private enum Form {
    WHOLE,
    CHANGES;

    String name(String definition) {
      return this == WHOLE ? definition : definition + ".changes";
    }
  }

  private static final Object NULL = Map.of("type", "null");

  private final Registry registry;
  private final SortedMap<String, Object> definitions = new TreeMap<>();
  private final Map<String, Class<?>> named = new TreeMap<>();

  private JsonSchema(Registry registry) {
    this.registry = registry;
  }

  /// The schema of a file, as maps and lists that are ready to be written.
  ///
  /// @param family the records of which a file states one, such as those of an experiment
  public static Map<String, Object> of(Registry registry, Class<?> family) {
    return new JsonSchema(registry).file(family);
  }

  private Map<String, Object> file(Class<?> family) {
    Object parent =
        ordered(
            "description",
            "what this file changes: a file beside it, or a built-in experiment by name",
            "type",
            "string");
    List<Object> whole = new ArrayList<>();
    List<Object> changes = new ArrayList<>();
    for (RecordShape shape : RecordShape.allOf(family)) {
      String name = nameOf(shape.record());
      whole.add(define(name, () -> block(shape, ordered(), Form.WHOLE)));
      changes.add(
          define(
              Form.CHANGES.name(name),
              () -> block(shape, ordered(Composer.EXTENDS, parent), Form.CHANGES)));
    }
    define("reference", () -> ordered("type", "string", "pattern", References.PATTERN));
    return ordered(
        "$schema",
        "https://json-schema.org/draft/2020-12/schema",
        "title",
        "an experiment of gradus",
        "type",
        "object",
        "properties",
        ordered(Composer.EXTENDS, parent),
        "if",
        ordered("required", List.of(Composer.EXTENDS)),
        "then",
        ordered("anyOf", changes),
        "else",
        ordered("oneOf", whole),
        "$defs",
        definitions);
  }

  /// A block of keys.
  ///
  /// @param first the keys before the settings of the record; a file must give each
  private Object block(RecordShape shape, SequencedMap<String, Object> first, Form form) {
    SequencedMap<String, Object> keys = new LinkedHashMap<>(first);
    List<String> required = new ArrayList<>(first.sequencedKeySet());
    for (Setting setting : shape.settings()) {
      keys.put(setting.name(), setting(setting, form));
      if (setting.required()) {
        required.add(setting.name());
      }
    }
    SequencedMap<String, Object> block = new LinkedHashMap<>();
    if (!shape.doc().isEmpty()) {
      block.put("description", shape.doc());
    }
    block.put("type", "object");
    block.put("properties", keys);
    if (form == Form.WHOLE && !required.isEmpty()) {
      block.put("required", required);
    }
    block.put("additionalProperties", false);
    return block;
  }

  private Object setting(Setting setting, Form form) {
    SequencedMap<String, Object> all = new LinkedHashMap<>();
    if (!setting.doc().isEmpty()) {
      all.put("description", setting.doc());
    }
    setting.preset().ifPresent(text -> all.put("default", preset(text)));
    SequencedMap<String, Object> value = value(setting.type(), form);
    all.putAll(form == Form.WHOLE ? value : ordered("anyOf", List.of(value, NULL)));
    return all;
  }

  private static Object preset(String yaml) {
    var problems = new Problems();
    ConfigNode node = YamlReader.read(Source.defaults(yaml), yaml, problems);
    problems.throwIfAny();
    return PlainData.of(node);
  }

  /// Whatever a component may hold; see [Binder#bind].
  private SequencedMap<String, Object> value(Type type, Form form) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Type last = arguments[arguments.length - 1];
      if (generic.getRawType() == List.class) {
        // a list takes the place of another as a whole
        return orReference(ordered("type", "array", "items", value(last, Form.WHOLE)));
      }
      return generic.getRawType() == Map.class
          ? orReference(ordered("type", "object", "additionalProperties", value(last, form)))
          : value(generic.getRawType(), form);
    }
    Class<?> target = (Class<?>) type;
    Optional<String> kind = target.isRecord() ? Optional.empty() : Registry.kindOf(target);
    if (kind.isPresent()) {
      return typed(kind.get(), target, form);
    }
    if (RecordShape.isFamily(target)) {
      return define(form.name(nameOf(target)), () -> oneOf(target, form));
    }
    if (target.isRecord()) {
      return orReference(plain(RecordShape.of(target), form));
    }
    return scalar(target);
  }

  private SequencedMap<String, Object> plain(RecordShape shape, Form form) {
    return define(form.name(nameOf(shape.record())), () -> block(shape, ordered(), form));
  }

  /// A block whose `type` says which record it is, or its short form.
  private SequencedMap<String, Object> typed(String kind, Class<?> target, Form form) {
    boolean all = target.isAnnotationPresent(Kind.class);
    return define(
        form.name(all ? kind : nameOf(target)),
        () -> {
          List<Object> forms = new ArrayList<>();
          for (Registry.Block each : registry.blocks(kind).values()) {
            RecordShape shape = RecordShape.of(each.record());
            if (target.isAssignableFrom(each.record())) {
              forms.add(
                  define(
                      form.name(kind + "." + each.name()),
                      () -> block(shape, ordered("type", ordered("const", each.name())), form)));
            }
            if (shape.bare()) {
              forms.add(unreferenced(shape.settings().getFirst().type()));
            }
          }
          forms.add(reference());
          // without its type, a change may be one to several blocks
          return ordered(form == Form.WHOLE ? "oneOf" : "anyOf", forms);
        });
  }

  /// One of several records without a `type`.
  private SequencedMap<String, Object> oneOf(Class<?> target, Form form) {
    List<RecordShape> shapes = RecordShape.allOf(target);
    boolean map = shapes.stream().anyMatch(shape -> shape.bare() && shape.isMap());
    List<Object> forms = new ArrayList<>();
    for (RecordShape shape : shapes) {
      if (shape.bare()) {
        forms.add(value(shape.settings().getFirst().type(), form));
      }
      if (!map) {
        forms.add(plain(shape, form));
      }
    }
    forms.add(reference());
    return ordered("anyOf", forms);
  }

  private SequencedMap<String, Object> scalar(Class<?> target) {
    SequencedMap<String, Object> value = unreferenced(target);
    return value.containsValue("string") ? value : orReference(value);
  }

  private static SequencedMap<String, Object> unreferenced(Type type) {
    if (type == int.class || type == Integer.class) {
      return ordered("type", "integer", "minimum", Integer.MIN_VALUE, "maximum", Integer.MAX_VALUE);
    }
    if (type == long.class || type == Long.class) {
      return ordered("type", "integer");
    }
    if (type == double.class || type == Double.class) {
      return ordered("type", "number");
    }
    if (type == boolean.class || type == Boolean.class) {
      return ordered("type", "boolean");
    }
    return type instanceof Class<?> target && target.isEnum()
        ? ordered("enum", Scalars.names(target))
        : ordered("type", "string");
  }

  private static SequencedMap<String, Object> orReference(Object value) {
    return ordered("anyOf", List.of(value, reference()));
  }

  private static SequencedMap<String, Object> reference() {
    return ordered("$ref", "#/$defs/reference");
  }

  /// A reference to a definition, which is made where it is not there yet; it may refer to itself.
  private SequencedMap<String, Object> define(String name, Supplier<?> made) {
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      definitions.put(name, made.get());
    }
    return ordered("$ref", "#/$defs/" + name);
  }

  /// What a record or family is called: its class, in full where another is called so.
  private String nameOf(Class<?> type) {
    String name = type.getCanonicalName().substring(type.getPackageName().length() + 1);
    return named.computeIfAbsent(name, _ -> type) == type ? name : type.getCanonicalName();
  }

  private static SequencedMap<String, Object> ordered(Object... keysAndValues) {
    SequencedMap<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      all.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return all;
  }
}
