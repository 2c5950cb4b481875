package io.gradus.experiments.config;

/// One thing that is wrong with an experiment file.
///
/// @param mark where
/// @param path which setting, such as `model.layers[1].out`; empty for the file as a whole
/// @param what what is wrong
/// @param hint what to do about it, or empty
public record Problem(Mark mark, String path, String what, String hint) {
  private static final int WIDEST = 100;

  /// `file:line:column path: what`, then the line with a caret and the hint.
  public String inWords() {
    var out = new StringBuilder().append(mark).append(' ');
    out.append(path.isEmpty() ? "" : path + ": ").append(what);
    boolean shown = mark.line() <= mark.source().lines().size();
    if (shown) {
      String line = mark.source().lines().get(mark.line() - 1).replace('\t', ' ');
      int column = Math.min(mark.column(), line.length() + 1);
      int from = Math.max(0, Math.min(column - WIDEST / 2, line.length() - WIDEST));
      out.append("\n  ").append(line, from, Math.min(line.length(), from + WIDEST));
      out.append("\n  ").append(" ".repeat(column - 1 - from)).append('^');
    }
    if (!hint.isEmpty()) {
      out.append(shown ? " " : "\n  ").append(hint);
    }
    return out.toString();
  }

  /// A text that fits into a message.
  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 60 ? line : line.substring(0, 57) + "...";
  }
}
