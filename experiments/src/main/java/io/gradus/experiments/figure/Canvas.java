package io.gradus.experiments.figure;

import java.util.Locale;

/// Where shapes are written one after the other, as SVG.
///
/// Coordinates are in pixels, from the top left. Text is placed by an anchor, never measured.
public final class Canvas {
  /// How a line looks.
  ///
  /// @param opacity in [0, 1]
  public record Stroke(String colour, double width, double opacity) {
    /// A line that hides what is behind it.
    public static Stroke of(String colour, double width) {
      return new Stroke(colour, width, 1);
    }
  }

  /// Which part of a text is at its place.
  public enum Anchor {
    /// Its left end.
    START,
    /// Its middle.
    MIDDLE,
    /// Its right end.
    END;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final StringBuilder out = new StringBuilder();

  Canvas() {}

  /// A straight line.
  public Canvas line(double x1, double y1, double x2, double y2, Stroke stroke) {
    return element(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"%s/>",
        number(x1), number(y1), number(x2), number(y2), style(stroke));
  }

  /// A straight line of dashes.
  Canvas dashes(double x1, double y1, double x2, double y2, Stroke stroke) {
    return element(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke-dasharray=\"6 4\"%s/>",
        number(x1), number(y1), number(x2), number(y2), style(stroke));
  }

  /// A line through points, `x,y x,y ...`.
  Canvas polyline(String points, Stroke stroke) {
    return element(
        "<polyline fill=\"none\" stroke-linejoin=\"round\" points=\"%s\"%s/>",
        points, style(stroke));
  }

  /// A filled area between points, `x,y x,y ...`.
  Canvas polygon(String points, String fill) {
    return element("<polygon points=\"%s\" fill=\"%s\"/>", points, fill);
  }

  /// A filled rectangle.
  public Canvas rectangle(double x, double y, double width, double height, String fill) {
    return element(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>",
        number(x), number(y), number(width), number(height), fill);
  }

  /// A filled circle.
  public Canvas circle(double x, double y, double radius, String fill, Stroke edge) {
    return element(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"%s/>",
        number(x), number(y), number(radius), fill, style(edge));
  }

  /// A filled circle without an edge.
  Canvas disc(double x, double y, double radius, String fill, double opacity) {
    return element(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>",
        number(x), number(y), number(radius), fill, number(opacity));
  }

  /// Words on one line; `y` is where the letters stand on.
  public Canvas text(double x, double y, Anchor anchor, int size, String colour, String words) {
    return element(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\" fill=\"%s\">%s</text>",
        number(x), number(y), anchor, size, colour, escaped(words));
  }

  /// Words from the bottom to the top.
  Canvas upwards(double x, double y, int size, String words) {
    return element(
        "<text transform=\"translate(%s %s) rotate(-90)\" text-anchor=\"middle\" font-size=\"%s\""
            + " fill=\"%s\">%s</text>",
        number(x), number(y), size, Palette.INK, escaped(words));
  }

  private Canvas element(String form, Object... parts) {
    out.append("  ").append(String.format(Locale.ROOT, form, parts)).append('\n');
    return this;
  }

  /// All that was written.
  String elements() {
    return out.toString();
  }

  private static String style(Stroke stroke) {
    String opacity =
        stroke.opacity >= 1 ? "" : " stroke-opacity=\"%s\"".formatted(number(stroke.opacity));
    return " stroke=\"%s\" stroke-width=\"%s\"%s"
        .formatted(stroke.colour, number(stroke.width), opacity);
  }

  static String number(double coordinate) {
    return Digits.fixed(coordinate, 2);
  }

  /// A text in which XML sees no markup, and nothing that XML forbids.
  static String escaped(String words) {
    var safe = new StringBuilder();
    words
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            default -> safe.appendCodePoint(isAllowed(c) ? c : '\ufffd');
          }
        });
    return safe.toString();
  }

  private static boolean isAllowed(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c >= ' ' && !surrogate && c != 0xfffe && c != 0xffff;
  }
}
