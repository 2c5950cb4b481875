package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Scalar;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads one scalar as what a component wants, and as nothing else: text is no number, 3.7 no int.
final class Scalars {
  private Scalars() {}

  /// The value, or empty after a word to `complain`.
  static Optional<Object> read(ConfigNode node, Class<?> target, Consumer<String> complain) {
    if (!(node instanceof Scalar scalar)) {
      complain.accept("expected " + wanted(target) + ", got " + node.inWords());
      return Optional.empty();
    }
    if (target.isEnum()) {
      return constant(scalar, target, complain);
    }
    Optional<Object> value =
        switch (scalar.shape()) {
          case NUMBER -> number(scalar.text(), target);
          case TRUTH ->
              target == boolean.class ? Optional.of(scalar.text().equals("true")) : none();
          case TEXT -> text(scalar, target);
          case NOTHING -> none();
        };
    if (value.isEmpty()) {
      complain.accept(
          "expected " + wanted(target) + ", got " + scalar.inWords() + tip(scalar, target));
    }
    return value;
  }

  private static Optional<Object> none() {
    return Optional.empty();
  }

  private static Optional<Object> number(String text, Class<?> target) {
    try {
      if (target == int.class || target == Integer.class) {
        return Optional.of(Integer.valueOf(text));
      }
      if (target == long.class || target == Long.class) {
        return Optional.of(Long.valueOf(text));
      }
      if (target == double.class || target == Double.class) {
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
      }
      return Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Object> text(Scalar scalar, Class<?> target) {
    if (target == String.class) {
      return Optional.of(scalar.text());
    }
    if (target == Path.class) {
      return scalar.mark().source().folder().map(folder -> folder.resolve(scalar.text()));
    }
    return Optional.empty();
  }

  private static Optional<Object> constant(
      Scalar scalar, Class<?> target, Consumer<String> complain) {
    List<?> constants = Arrays.asList(target.getEnumConstants());
    Optional<Object> found =
        constants.stream()
            .filter(constant -> name(constant).equals(scalar.text()))
            .map(Object.class::cast)
            .findFirst();
    if (found.isEmpty()) {
      List<String> names = constants.stream().map(Scalars::name).toList();
      String near =
          Nearest.to(scalar.text(), names).map(" (did you mean '%s'?)"::formatted).orElse("");
      complain.accept(
          "expected one of %s, got %s%s"
              .formatted(String.join(", ", names), scalar.inWords(), near));
    }
    return found;
  }

  /// The node that states a value for good: a file by its whole path, so that it is found from
  /// anywhere.
  static ConfigNode stated(ConfigNode node, Object value) {
    return value instanceof Path file
        ? new Scalar(node.mark(), Scalar.Shape.TEXT, file.toAbsolutePath().normalize().toString())
        : node;
  }

  /// How a file writes an enum's constant.
  static String name(Object constant) {
    return RecordShape.kebab(((Enum<?>) constant).name());
  }

  /// What a component holds, in words.
  static String wanted(Class<?> target) {
    if (target == int.class || target == Integer.class) {
      return "a whole number";
    }
    if (target == long.class || target == Long.class) {
      return "a whole number";
    }
    if (target == double.class || target == Double.class) {
      return "a number";
    }
    if (target == boolean.class) {
      return "true or false";
    }
    return target == Path.class ? "a file name" : target.isEnum() ? "a word" : "text";
  }

  private static String tip(Scalar scalar, Class<?> target) {
    if (scalar.shape() == Scalar.Shape.NUMBER && target == String.class) {
      return "; put it in quotes";
    }
    boolean whole = scalar.shape() == Scalar.Shape.NUMBER && scalar.text().matches("-?\\d+");
    return whole ? "; that is too large" : "";
  }
}
