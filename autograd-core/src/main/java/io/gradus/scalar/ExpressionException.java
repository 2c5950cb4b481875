package io.gradus.scalar;

/// Says where an expression is wrong and why.
public final class ExpressionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String expression;
  private final int position;

  ExpressionException(String problem, String expression, int position) {
    super(problem + " at " + place(expression, position));
    this.problem = problem;
    this.expression = expression;
    this.position = position;
  }

  /// `column 7`, or `line 2, column 7` where there are several lines.
  private static String place(String expression, int position) {
    String before = expression.substring(0, position);
    int column = position - (before.lastIndexOf('\n') + 1) + 1;
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return (expression.contains("\n") ? "line " + line + ", " : "") + "column " + column;
  }

  /// What is wrong, without the place.
  public String problem() {
    return problem;
  }

  /// The place in the text, counted from 0.
  public int position() {
    return position;
  }

  /// The expression with a caret under the place.
  public String pointer() {
    int start = expression.lastIndexOf('\n', Math.max(0, position - 1)) + 1;
    int end = expression.indexOf('\n', position);
    String line = expression.substring(start, end < start ? expression.length() : end);
    return line + "\n" + " ".repeat(position - start) + "^";
  }
}
