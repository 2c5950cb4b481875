package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.experiments.config.ConfigNode.Scalar;
import io.gradus.experiments.config.ConfigNode.Sequence;
import io.gradus.experiments.config.RecordShape.Setting;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// Turns a tree into records, component by component, and fills in what the file leaves out.
///
/// Everything that is wrong is collected; a binding that failed somewhere gives no value.
public final class Binder {
  private final Registry registry;
  private final Problems problems;

  /// A binder that notes what is wrong in `problems`.
  public Binder(Registry registry, Problems problems) {
    this.registry = registry;
    this.problems = problems;
  }

  /// A value, and the tree that states it in full.
  ///
  /// @param value what was bound; empty where something is wrong
  /// @param node the tree with every default filled in
  public record Bound(Optional<Object> value, ConfigNode node) {
    static Bound broken(ConfigNode node) {
      return new Bound(Optional.empty(), node);
    }
  }

  /// Binds a block of keys to a record.
  ///
  /// @param title what a person calls such a block, such as `the optimizer 'adam'`; may be empty
  public Bound record(Mapping mapping, Class<?> record, String path, String title) {
    RecordShape shape = RecordShape.of(record);
    String in = title.isEmpty() ? "" : " in " + title;
    Set<String> meant = new UnknownKeys(mapping, shape, path, in).report(problems);
    Map<String, Mapping.Entry> filled = new LinkedHashMap<>();
    mapping.get("type").ifPresent(type -> filled.put("type", entry(mapping.mark(), type)));
    List<Object> values = new ArrayList<>();
    boolean whole = true;
    for (Setting setting : shape.settings()) {
      if (setting.required() && !mapping.entries().containsKey(setting.name())) {
        whole = false;
        if (!meant.contains(setting.name())) {
          String doc = setting.doc().isEmpty() ? "" : " (" + setting.doc() + ")";
          String place = ConfigPath.join(path, setting.name());
          problems.report(mapping.mark(), place, "this is missing" + in + doc, "");
        }
        continue;
      }
      Bound bound = setting(mapping, setting, path);
      if (!bound.node().is(Scalar.Shape.NOTHING)) {
        filled.put(setting.name(), entry(bound.node().mark(), bound.node()));
      }
      whole &= bound.value().isPresent();
      bound.value().ifPresent(values::add);
    }
    Mapping node = new Mapping(mapping.mark(), filled);
    return new Bound(whole ? create(shape, values, node, path) : Optional.empty(), node);
  }

  /// Binds a block of keys to that one of several records with which the least is wrong.
  ///
  /// @param records a sealed interface of records
  /// @param title what a person calls a block of that record; may be empty
  public Bound likeliest(
      Mapping mapping, Class<?> records, String path, Function<RecordShape, String> title) {
    List<RecordShape> shapes = RecordShape.allOf(records);
    ToIntFunction<RecordShape> wrong =
        shape -> {
          var trial = new Problems();
          new Binder(registry, trial).record(mapping, shape.record(), path, "");
          return trial.size();
        };
    RecordShape best = shapes.stream().min(Comparator.comparingInt(wrong)).orElseThrow();
    return record(mapping, best.record(), path, title.apply(best));
  }

  private static Mapping.Entry entry(Mark key, ConfigNode value) {
    return new Mapping.Entry(key, value);
  }

  private Bound setting(Mapping mapping, Setting setting, String path) {
    String place = ConfigPath.join(path, setting.name());
    Optional<ConfigNode> given = mapping.get(setting.name());
    if (given.isPresent()) {
      Bound bound = bind(given.get(), setting.type(), place);
      return setting.optional() ? new Bound(bound.value().map(Optional::of), bound.node()) : bound;
    }
    if (setting.preset().isPresent()) {
      String text = setting.preset().get();
      ConfigNode preset = YamlReader.read(Source.defaults(text), text, problems);
      return bind(preset, setting.type(), place);
    }
    ConfigNode nothing = new Scalar(mapping.mark(), Scalar.Shape.NOTHING, "");
    return new Bound(Optional.of(Optional.empty()), nothing);
  }

  private Optional<Object> create(
      RecordShape shape, List<Object> values, Mapping node, String path) {
    try {
      return Optional.of(shape.create(values.toArray()));
    } catch (IllegalArgumentException e) {
      problems.add(new BrokenRule(node, path, e).problem());
      return Optional.empty();
    }
  }

  /// Binds whatever a component may hold.
  Bound bind(ConfigNode node, Type type, String path) {
    if (node.is(Scalar.Shape.BROKEN)) {
      return Bound.broken(node);
    }
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (raw == List.class) {
        return list(node, last, path);
      }
      if (raw == Map.class) {
        return map(node, last, path);
      }
      return bind(node, raw, path); // Rule<?> and its like: the argument is not the file's concern
    }
    Class<?> target = (Class<?>) type;
    Optional<String> kind = target.isRecord() ? Optional.empty() : Registry.kindOf(target);
    if (kind.isPresent()) {
      return typed(node, kind.get(), target, path);
    }
    if (RecordShape.isFamily(target)) {
      return oneOf(node, target, path);
    }
    if (target.isRecord()) {
      return plain(node, target, path);
    }
    Optional<Object> value =
        Scalars.read(node, target, (what, hint) -> problems.report(node.mark(), path, what, hint));
    return new Bound(value, value.map(read -> Scalars.stated(node, read)).orElse(node));
  }

  private Bound list(ConfigNode node, Type item, String path) {
    if (!(node instanceof Sequence(var mark, var items))) {
      return unfit(node, path, "a list");
    }
    List<ConfigNode> nodes = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Bound bound = bind(items.get(i), item, path + "[" + i + "]");
      nodes.add(bound.node());
      bound.value().ifPresent(values::add);
    }
    boolean whole = values.size() == items.size();
    return new Bound(
        whole ? Optional.of(List.copyOf(values)) : Optional.empty(), new Sequence(mark, nodes));
  }

  private Bound map(ConfigNode node, Type item, String path) {
    if (!(node instanceof Mapping(var mark, var entries))) {
      return unfit(node, path, "a block of keys");
    }
    Map<String, Mapping.Entry> nodes = new LinkedHashMap<>();
    Map<String, Object> values = new LinkedHashMap<>();
    entries.forEach((key, entry) -> {
      Bound bound = bind(entry.value(), item, ConfigPath.join(path, key));
      nodes.put(key, entry(entry.key(), bound.node()));
      bound.value().ifPresent(value -> values.put(key, value));
    });
    boolean whole = values.size() == entries.size();
    return new Bound(whole ? Optional.of(values) : Optional.empty(), new Mapping(mark, nodes));
  }

  /// A block whose `type` says which record it is.
  private Bound typed(ConfigNode node, String kind, Class<?> target, String path) {
    Map<String, Registry.Block> blocks = registry.blocks(kind);
    if (!(node instanceof Mapping mapping)) {
      return untyped(node, blocks, path);
    }
    Optional<ConfigNode> type = mapping.get("type");
    String place = ConfigPath.join(path, "type");
    if (type.isEmpty()) {
      problems.report(
          mapping.mark(),
          place,
          "this is missing",
          Nearest.hint(Optional.empty(), blocks.keySet()));
      return Bound.broken(node);
    }
    if (!(type.get() instanceof Scalar name && name.is(Scalar.Shape.TEXT))) {
      if (!type.get().is(Scalar.Shape.BROKEN)) {
        problems.report(
            type.get().mark(),
            place,
            "expected the name of a type, got " + type.get().inWords(),
            Nearest.hint(Optional.empty(), blocks.keySet()));
      }
      return Bound.broken(node);
    }
    Registry.Block block = blocks.get(name.text());
    if (block == null || !target.isAssignableFrom(block.record())) {
      problems.report(
          name.mark(),
          place,
          "no %s type '%s'".formatted(kind, Problem.shortened(name.text())),
          Nearest.hint(name.text(), blocks.keySet()));
      return Bound.broken(node);
    }
    return record(mapping, block.record(), path, "the %s '%s'".formatted(kind, block.name()));
  }

  /// What stands where a block with a type belongs: perhaps its short form.
  private Bound untyped(ConfigNode node, Map<String, Registry.Block> blocks, String path) {
    Optional<String> meant =
        node instanceof Scalar scalar && scalar.is(Scalar.Shape.TEXT)
            ? Nearest.to(scalar.text(), blocks.keySet())
            : Optional.empty();
    Optional<RecordShape> bare =
        blocks.values().stream()
            .map(block -> RecordShape.of(block.record()))
            .filter(shape -> shape.bare() && node instanceof Scalar)
            .findFirst();
    if (bare.isPresent() && meant.isEmpty()) {
      return bare(node, bare.get(), path);
    }
    String known = String.join(", ", blocks.keySet());
    problems.report(
        node.mark(),
        path,
        "expected a block with a type, got " + node.inWords(),
        meant.map("did you mean {type: %s}?"::formatted).orElse("the types are: " + known));
    return Bound.broken(node);
  }

  /// One of several records without a `type`.
  private Bound oneOf(ConfigNode node, Class<?> target, String path) {
    List<RecordShape> shapes = RecordShape.allOf(target);
    Optional<RecordShape> bare =
        shapes.stream()
            .filter(RecordShape::bare)
            .filter(shape -> shape.isMap() == node instanceof Mapping)
            .findFirst();
    if (bare.isPresent()) {
      return bare(node, bare.get(), path);
    }
    if (node instanceof Mapping mapping
        && shapes.stream()
            .anyMatch(shape -> shape.names().stream().anyMatch(mapping.entries()::containsKey))) {
      return likeliest(mapping, target, path, RecordShape::doc);
    }
    String forms = shapes.stream().map(RecordShape::needed).collect(Collectors.joining(" or "));
    problems.report(node.mark(), path, "expected " + forms, "");
    return Bound.broken(node);
  }

  /// A record of one component, written as that component alone.
  private Bound bare(ConfigNode node, RecordShape shape, String path) {
    Setting only = shape.settings().getFirst();
    Bound bound = bind(node, only.type(), path);
    if (bound.value().isEmpty()) {
      return bound;
    }
    try {
      Object record = shape.create(new Object[] {bound.value().get()});
      return new Bound(Optional.of(record), bound.node());
    } catch (IllegalArgumentException e) {
      problems.report(node.mark(), path, BrokenRule.ofShort(only.name(), e), "");
      return Bound.broken(node);
    }
  }

  private Bound plain(ConfigNode node, Class<?> record, String path) {
    return node instanceof Mapping mapping
        ? record(mapping, record, path, "")
        : unfit(node, path, "a block of keys");
  }

  private Bound unfit(ConfigNode node, String path, String wanted) {
    problems.report(node.mark(), path, "expected " + wanted + ", got " + node.inWords(), "");
    return Bound.broken(node);
  }
}
