package io.gradus.experiments.config;

import io.gradus.plugin.Bare;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a record looks like to an experiment file: its settings in order.
public record RecordShape(Class<?> record, List<Setting> settings) {
  /// One component of the record.
  ///
  /// @param name as the file writes it, lower-case words joined by `-`
  /// @param type what it holds; for an `Optional`, what that holds
  /// @param doc one line about it, or empty
  /// @param preset what it is when the file leaves it out, in YAML
  /// @param optional whether it may be absent altogether
  public record Setting(
      String name, Type type, String doc, Optional<String> preset, boolean optional) {
    /// What it holds, for a person: `a whole number`, `list of text`, `a schedule`.
    public String typeInWords() {
      return inWords(type);
    }

    private static String inWords(Type type) {
      if (type instanceof ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        String last = inWords(arguments[arguments.length - 1]);
        if (generic.getRawType() == List.class) {
          return "list of " + last.replaceFirst("^an? ", "");
        }
        return generic.getRawType() == Map.class
            ? "block of keys, each " + last
            : inWords(generic.getRawType());
      }
      Class<?> target = (Class<?>) type;
      Optional<String> kind = Registry.kindOf(target);
      if (kind.isPresent()) {
        return (kind.get().matches("[aeiou].*") ? "an " : "a ") + kind.get();
      }
      if (target.isEnum()) {
        return Arrays.stream(target.getEnumConstants())
            .map(Scalars::name)
            .collect(Collectors.joining(" or "));
      }
      return target.isRecord() || isFamily(target) ? "a block of keys" : Scalars.wanted(target);
    }

    /// Whether a file must give it.
    public boolean required() {
      return preset.isEmpty() && !optional;
    }
  }

  public RecordShape {
    settings = List.copyOf(settings);
  }

  /// The shape of a record class.
  public static RecordShape of(Class<?> record) {
    return new RecordShape(
        record, Arrays.stream(record.getRecordComponents()).map(RecordShape::setting).toList());
  }

  /// Whether it is a sealed interface of records; an enum whose constants have bodies is sealed
  /// too.
  static boolean isFamily(Class<?> target) {
    return target.isInterface() && target.isSealed();
  }

  /// The shapes of the records of a sealed interface, in its order.
  static List<RecordShape> allOf(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .<RecordShape>map(RecordShape::of)
        .toList();
  }

  /// One line about the record, or empty.
  public String doc() {
    return Optional.ofNullable(record.getAnnotation(Doc.class)).map(Doc::value).orElse("");
  }

  /// Whether a file may write its only component alone.
  boolean bare() {
    return record.isAnnotationPresent(Bare.class);
  }

  /// Whether its only component, written alone, is a block of keys.
  boolean isMap() {
    return settings.getFirst().type() instanceof ParameterizedType generic
        && generic.getRawType() == Map.class;
  }

  /// The settings that a file must give, such as `{metric, step, value}`.
  String needed() {
    return settings.stream()
        .filter(Setting::required)
        .map(Setting::name)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /// The names of the settings.
  public List<String> names() {
    return settings.stream().map(Setting::name).toList();
  }

  /// A record from its components; an `IllegalArgumentException` of the constructor passes through.
  Object create(Object[] values) {
    Class<?>[] types =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = record.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException rule) {
        throw rule;
      }
      throw new IllegalStateException("the constructor of " + record.getName() + " failed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + record.getName(), e);
    }
  }

  private static Setting setting(RecordComponent component) {
    boolean optional = component.getType() == Optional.class;
    Type type =
        optional
            ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            : component.getGenericType();
    String doc = Optional.ofNullable(component.getAnnotation(Doc.class)).map(Doc::value).orElse("");
    Optional<String> preset =
        Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
    return new Setting(kebab(component.getName()), type, doc, preset, optional);
  }

  /// `topK` as `top-k`, `NUMPY_LEGACY` as `numpy-legacy`.
  static String kebab(String name) {
    String words =
        name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
    if (words.endsWith("_")) { // a word that Java keeps for itself, such as final
      return words.substring(0, words.length() - 1);
    }
    return words.replaceAll("([A-Z])", "-$1").replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
