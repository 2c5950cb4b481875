package io.gradus.experiments.config;

import io.gradus.experiments.config.ConfigNode.Scalar;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Reads one scalar as what a component wants, and as nothing else: text is no number, 3.7 no int.
final class Scalars {
  /// More digits than any number here has; a longer one is not worth a suggestion.
  private static final int MOST_DIGITS = 30;

  private Scalars() {}

  /// The value, or empty after what is wrong, and what to do about it, went to `complain`.
  static Optional<Object> read(
      ConfigNode node, Class<?> target, BiConsumer<String, String> complain) {
    Optional<Object> value =
        node instanceof Scalar scalar
            ? switch (scalar.shape()) {
              case NUMBER -> number(scalar.text(), target);
              case TRUTH ->
                  target == boolean.class
                      ? Optional.of(Boolean.valueOf(scalar.text()))
                      : Optional.empty();
              case TEXT -> text(scalar, target);
              case NOTHING, BROKEN -> Optional.empty();
            }
            : Optional.empty();
    if (value.isEmpty()) {
      String hint = node instanceof Scalar scalar ? hint(scalar, target) : "";
      complain.accept("expected " + wanted(target) + ", got " + node.inWords(), hint);
    }
    return value;
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
      return file(scalar);
    }
    return target.isEnum()
        ? Arrays.stream(target.getEnumConstants())
            .filter(constant -> name(constant).equals(scalar.text()))
            .map(Object.class::cast)
            .findFirst()
        : Optional.empty();
  }

  private static Optional<Object> file(Scalar scalar) {
    try {
      return scalar.mark().source().folder().map(folder -> folder.resolve(scalar.text()));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
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

  /// How a file writes the constants of an enum.
  static List<String> names(Class<?> target) {
    return Arrays.stream(target.getEnumConstants()).map(Scalars::name).toList();
  }

  /// What a component holds, in words.
  static String wanted(Class<?> target) {
    if (isWhole(target)) {
      return "a whole number";
    }
    if (target == double.class || target == Double.class) {
      return "a number";
    }
    if (target == boolean.class) {
      return "true or false";
    }
    if (target.isEnum()) {
      return String.join(" or ", names(target));
    }
    return target == Path.class ? "a file name" : "text";
  }

  private static boolean isWhole(Class<?> target) {
    return target == int.class
        || target == Integer.class
        || target == long.class
        || target == Long.class;
  }

  private static String hint(Scalar scalar, Class<?> target) {
    boolean text = scalar.is(Scalar.Shape.TEXT);
    if (target == String.class) {
      return text || scalar.is(Scalar.Shape.NOTHING) ? "" : "put it in quotes";
    }
    if (target.isEnum()) {
      return Nearest.to(scalar.text(), names(target))
          .map("did you mean '%s'?"::formatted)
          .orElse("");
    }
    if (target == boolean.class) {
      return switch (scalar.text().toLowerCase(Locale.ROOT)) {
        case "true", "yes", "on" -> "write true";
        case "false", "no", "off" -> "write false";
        default -> "";
      };
    }
    if (target == Path.class || scalar.is(Scalar.Shape.NOTHING)) {
      return "";
    }
    if (!isWhole(target) && scalar.is(Scalar.Shape.NUMBER)) {
      return "it must be finite";
    }
    return scalar.text().matches("0[xob].+")
        ? "write it in decimal digits"
        : numberHint(scalar.text(), target);
  }

  /// What to write instead of `"10"`, `1_000`, `1,000`, `1e3` or `10.0`.
  private static String numberHint(String text, Class<?> target) {
    String digits = text.matches("-?\\d{1,3}([,_']\\d{3})+") ? text.replaceAll("[,_']", "") : text;
    if (digits.length() > MOST_DIGITS || !digits.matches("-?[0-9.]+([eE][-+]?[0-9]{1,2})?")) {
      return "";
    }
    try {
      BigDecimal number = new BigDecimal(digits);
      String plain =
          isWhole(target)
              ? number.stripTrailingZeros().toPlainString()
              : number.toString().toLowerCase(Locale.ROOT);
      if (number(plain, target).isPresent()) {
        return plain.equals(text) ? "take it out of the quotes" : "write " + plain;
      }
      return plain.matches("-?\\d+") ? limits(target) : "";
    } catch (NumberFormatException _) {
      return "";
    }
  }

  private static String limits(Class<?> target) {
    boolean narrow = target == int.class || target == Integer.class;
    return narrow
        ? "it must be in %d..%d".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE)
        : "it must be in %d..%d".formatted(Long.MIN_VALUE, Long.MAX_VALUE);
  }
}
