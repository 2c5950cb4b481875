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
import java.util.TreeSet;

/// Turns a tree into records, component by component, and fills in what the file leaves out.
///
/// Everything that is wrong is collected; a binding that failed somewhere gives no value.
public final class Binder {
  private final Registry registry;
  private final List<Problem> problems = new ArrayList<>();

  public Binder(Registry registry) {
    this.registry = registry;
  }

  /// A value, and the tree that states it in full.
  ///
  /// @param value what was bound; empty where something is wrong
  /// @param node the tree with every default filled in
  public record Bound(Optional<Object> value, ConfigNode node) {}

  /// What is wrong so far, in the order of the places.
  public List<Problem> problems() {
    return problems.stream()
        .sorted(
            Comparator.comparing((Problem problem) -> problem.mark().source().title())
                .thenComparingInt(problem -> problem.mark().line())
                .thenComparingInt(problem -> problem.mark().column()))
        .toList();
  }

  /// Notes something that is wrong.
  public void report(Mark mark, String path, String what, String hint) {
    problems.add(new Problem(mark, path, what, hint));
  }

  /// Binds a block of keys to a record.
  ///
  /// @param title what a person calls such a block, such as `a traced experiment`
  public Bound record(Mapping mapping, Class<?> record, String path, String title) {
    RecordShape shape = RecordShape.of(record);
    mapping
        .entries()
        .forEach((key, entry) -> {
          boolean known = shape.names().contains(key);
          if (!known && !(key.equals("type") && Registry.kindOf(record).isPresent())) {
            report(
                entry.key(),
                ConfigPath.join(path, key),
                "no setting '" + Problem.shortened(key) + "' in " + title,
                Nearest.hint(key, shape.names()));
          }
        });
    Map<String, Mapping.Entry> filled = new LinkedHashMap<>();
    mapping.get("type").ifPresent(type -> filled.put("type", entry(mapping.mark(), type)));
    List<Object> values = new ArrayList<>();
    boolean whole = true;
    for (Setting setting : shape.settings()) {
      Bound bound = setting(mapping, setting, path, title);
      boolean present = !isNothing(bound.node());
      if (present) {
        filled.put(setting.name(), entry(bound.node().mark(), bound.node()));
      }
      whole &= bound.value().isPresent();
      bound.value().ifPresent(values::add);
    }
    Mapping node = new Mapping(mapping.mark(), filled);
    return new Bound(whole ? create(shape, values, node, path) : Optional.empty(), node);
  }

  private static Mapping.Entry entry(Mark key, ConfigNode value) {
    return new Mapping.Entry(key, value);
  }

  private Bound setting(Mapping mapping, Setting setting, String path, String title) {
    String place = ConfigPath.join(path, setting.name());
    Optional<ConfigNode> given = mapping.get(setting.name());
    if (given.isPresent()) {
      Bound bound = bind(given.get(), setting.type(), place);
      return setting.optional() ? new Bound(bound.value().map(Optional::of), bound.node()) : bound;
    }
    if (setting.preset().isPresent()) {
      String text = setting.preset().get();
      return bind(YamlReader.read(Source.defaults(text), text), setting.type(), place);
    }
    ConfigNode nothing = new Scalar(mapping.mark(), Scalar.Shape.NOTHING, "");
    if (setting.optional()) {
      return new Bound(Optional.of(Optional.empty()), nothing);
    }
    String doc = setting.doc().isEmpty() ? "" : ": " + setting.doc();
    report(mapping.mark(), place, "this is missing in " + title + doc, "");
    return new Bound(Optional.empty(), nothing);
  }

  private Optional<Object> create(
      RecordShape shape, List<Object> values, Mapping node, String path) {
    try {
      return Optional.of(shape.create(values.toArray()));
    } catch (IllegalArgumentException e) {
      String message = Optional.ofNullable(e.getMessage()).orElse("not a valid value");
      // a rule begins with the setting that breaks it: point there
      String first = message.split("[^A-Za-z0-9-]", 2)[0];
      Optional<ConfigNode> culprit = node.get(first);
      report(
          culprit.orElse(node).mark(),
          culprit.isPresent() ? ConfigPath.join(path, first) : path,
          message,
          "");
      return Optional.empty();
    }
  }

  /// Binds whatever a component may hold.
  Bound bind(ConfigNode node, Type type, String path) {
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
    if (target.isSealed()) {
      return oneOf(node, target, path);
    }
    if (target.isRecord()) {
      return plain(node, target, path);
    }
    Optional<Object> value =
        Scalars.read(node, target, what -> report(node.mark(), path, what, ""));
    return new Bound(value, value.map(read -> Scalars.stated(node, read)).orElse(node));
  }

  private Bound list(ConfigNode node, Type item, String path) {
    if (!(node instanceof Sequence(var mark, var items))) {
      report(node.mark(), path, "expected a list, got " + node.inWords(), "");
      return new Bound(Optional.empty(), node);
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
      report(node.mark(), path, "expected a block of keys, got " + node.inWords(), "");
      return new Bound(Optional.empty(), node);
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
      Optional<RecordShape> bare =
          blocks.values().stream()
              .map(block -> RecordShape.of(block.record()))
              .filter(shape -> shape.bare() && node instanceof Scalar)
              .findFirst();
      if (bare.isPresent()) {
        return bare(node, bare.get(), path);
      }
      String example =
          "such as {type: %s}".formatted(blocks.keySet().stream().findFirst().orElse(""));
      report(node.mark(), path, "expected a block with a type, got " + node.inWords(), example);
      return new Bound(Optional.empty(), node);
    }
    Optional<String> name = mapping.type();
    if (name.isEmpty()) {
      String there = "there are: " + String.join(", ", new TreeSet<>(blocks.keySet()));
      report(
          mapping.get("type").map(ConfigNode::mark).orElse(mapping.mark()),
          ConfigPath.join(path, "type"),
          mapping.get("type").isPresent() ? "expected the name of a type" : "this is missing",
          there);
      return new Bound(Optional.empty(), node);
    }
    Registry.Block block = blocks.get(name.get());
    if (block == null || !target.isAssignableFrom(block.record())) {
      report(
          mapping.get("type").orElse(mapping).mark(),
          ConfigPath.join(path, "type"),
          "no %s type '%s'".formatted(kind, Problem.shortened(name.get())),
          Nearest.hint(name.get(), blocks.keySet()));
      return new Bound(Optional.empty(), node);
    }
    return record(mapping, block.record(), path, "the %s '%s'".formatted(kind, block.name()));
  }

  /// One of several records without a `type`: the one whose settings the file uses.
  private Bound oneOf(ConfigNode node, Class<?> target, String path) {
    List<RecordShape> shapes = new ArrayList<>();
    for (Class<?> candidate : target.getPermittedSubclasses()) {
      shapes.add(RecordShape.of(candidate));
    }
    Optional<RecordShape> bare =
        shapes.stream()
            .filter(RecordShape::bare)
            .filter(shape -> isMap(shape) == node instanceof Mapping)
            .findFirst();
    if (bare.isPresent()) {
      return bare(node, bare.get(), path);
    }
    if (!(node instanceof Mapping mapping)) {
      report(node.mark(), path, "expected a block of keys, got " + node.inWords(), "");
      return new Bound(Optional.empty(), node);
    }
    RecordShape likeliest =
        shapes.stream()
            .max(
                Comparator.comparingLong(
                    shape -> shape.names().stream().filter(mapping.entries()::containsKey).count()))
            .orElseThrow();
    String title = RecordShape.kebab(likeliest.record().getSimpleName());
    return record(
        mapping, likeliest.record(), path, "'%s'".formatted(title.replaceFirst("^-", "")));
  }

  private static boolean isMap(RecordShape shape) {
    return shape.settings().getFirst().type() instanceof ParameterizedType generic
        && generic.getRawType() == Map.class;
  }

  /// A record of one component, written as that component alone.
  private Bound bare(ConfigNode node, RecordShape shape, String path) {
    Bound only = bind(node, shape.settings().getFirst().type(), path);
    if (only.value().isEmpty()) {
      return only;
    }
    try {
      return new Bound(Optional.of(shape.create(new Object[] {only.value().get()})), only.node());
    } catch (IllegalArgumentException e) {
      report(node.mark(), path, Optional.ofNullable(e.getMessage()).orElse("not valid"), "");
      return new Bound(Optional.empty(), node);
    }
  }

  private Bound plain(ConfigNode node, Class<?> record, String path) {
    if (node instanceof Mapping mapping) {
      String last = path.replaceAll(".*\\.", "");
      return record(mapping, record, path, last);
    }
    report(node.mark(), path, "expected a block of keys, got " + node.inWords(), "");
    return new Bound(Optional.empty(), node);
  }

  private static boolean isNothing(ConfigNode node) {
    return node instanceof Scalar scalar && scalar.shape() == Scalar.Shape.NOTHING;
  }
}
