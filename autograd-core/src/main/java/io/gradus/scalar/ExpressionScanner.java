package io.gradus.scalar;

/// The text of an expression and a place in it.
final class ExpressionScanner {
  private final String text;
  private int at;

  ExpressionScanner(String text) {
    this.text = text;
  }

  int position() {
    skip();
    return at;
  }

  void backTo(int position) {
    at = position;
  }

  boolean atEnd() {
    skip();
    return at == text.length();
  }

  /// A sign; a line end stands for `;`, and `**` for `^`.
  boolean take(char sign) {
    skip();
    if (sign == '^' && text.startsWith("**", at)) {
      at += 2;
      return true;
    }
    if (sign == '*' && text.startsWith("**", at)) {
      return false;
    }
    boolean there =
        at < text.length() && (text.charAt(at) == sign || (sign == ';' && text.charAt(at) == '\n'));
    at += there ? 1 : 0;
    return there;
  }

  void expect(char sign) {
    if (!take(sign)) {
      throw error("expected '" + sign + "'");
    }
  }

  boolean atNumber() {
    skip();
    return at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.');
  }

  double number() {
    int start = at;
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int exponent = at + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
        exponent++;
      }
      if (exponent < text.length() && isDigit(text.charAt(exponent))) {
        at = exponent;
        while (at < text.length() && isDigit(text.charAt(at))) {
          at++;
        }
      }
    }
    String digits = text.substring(start, at);
    try {
      double number = Double.parseDouble(digits);
      if (Double.isInfinite(number)) {
        throw errorAt("'" + digits + "' is too large", start);
      }
      return number;
    } catch (NumberFormatException _) {
      throw errorAt("'" + digits + "' is not a number", start);
    }
  }

  String name() {
    skip();
    int start = at;
    while (at < text.length()
        && (Character.isLetter(text.charAt(at))
            || text.charAt(at) == '_'
            || (at > start && isDigit(text.charAt(at))))) {
      at++;
    }
    return text.substring(start, at);
  }

  ExpressionException error(String problem) {
    skip();
    return errorAt(problem + ", found " + found(), at);
  }

  private String found() {
    if (at == text.length()) {
      return "the end";
    }
    return text.charAt(at) == '\n'
        ? "the end of the line"
        : "'" + Character.toString(text.codePointAt(at)) + "'";
  }

  ExpressionException errorAt(String problem, int position) {
    return new ExpressionException(problem, text, position);
  }

  private void skip() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
