package io.gradus.scalar;

/// Says where an expression is wrong and why.
public final class ExpressionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String expression;
  private final int position;

  ExpressionException(String problem, String expression, int position) {
    super(problem + " at column " + (position + 1));
    this.problem = problem;
    this.expression = expression;
    this.position = position;
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
