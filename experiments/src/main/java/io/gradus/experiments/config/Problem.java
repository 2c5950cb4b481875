package io.gradus.experiments.config;

/// One thing that is wrong with an experiment file.
///
/// @param mark where
/// @param path which setting, such as `model.layers[1].out`; empty for the file as a whole
/// @param what what is wrong
/// @param hint what to do about it, or empty
public record Problem(Mark mark, String path, String what, String hint) {
  private static final int WIDEST = 100;
  private static final int LONGEST_PATH = 100;
  private static final int LONGEST_SENTENCE = 300;
  private static final int LONGEST_QUOTE = 60;

  /// `file:line:column path: what`, then the line with a caret and the hint.
  public String inWords() {
    return heading() + excerpt();
  }

  /// `file:line:column path: what`.
  String heading() {
    String where = path.isEmpty() ? "" : cut(path, LONGEST_PATH) + ": ";
    return mark + " " + visible(where + cut(what, LONGEST_SENTENCE));
  }

  /// The line with a caret and the hint, each on a line of its own; the hint alone where there is
  /// no such line.
  String excerpt() {
    if (mark.line() > mark.source().lines().size()) {
      return hint.isEmpty() ? "" : "\n  " + hint;
    }
    // places are counted in code points, as YAML does
    int[] line = mark.source().lines().get(mark.line() - 1).codePoints().toArray();
    int column = Math.min(mark.column(), line.length + 1);
    int from = Math.max(0, Math.min(column - WIDEST / 2, line.length - WIDEST));
    var out = new StringBuilder("\n  ");
    for (int i = from; i < Math.min(line.length, from + WIDEST); i++) {
      out.appendCodePoint(line[i] == '\t' ? ' ' : isVisible(line[i]) ? line[i] : 0xfffd);
    }
    String caret = "\n  " + " ".repeat(column - 1 - from) + "^";
    return out.toString().stripTrailing() + caret + (hint.isEmpty() ? "" : " " + visible(hint));
  }

  /// A text of the file that fits into a message.
  static String shortened(String text) {
    return cut(text.replaceAll("\\s+", " "), LONGEST_QUOTE);
  }

  /// The beginning and the end of a long text.
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest / 4;
    return text.substring(0, longest - end - 3) + "..." + text.substring(text.length() - end);
  }

  /// With what a terminal would hide, or obey, written as `\\u200b`.
  private static String visible(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          if (isVisible(point)) {
            out.appendCodePoint(point);
          } else {
            out.append("\\u%04x".formatted(point));
          }
        });
    return out.toString();
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }
}
