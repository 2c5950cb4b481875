package io.gradus.nn.scalar;

import io.gradus.nn.TracedSpec;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.scalar.Expression;
import java.util.Map;

/// An expression, evaluated and differentiated at one point.
@Doc("an expression, evaluated and differentiated at one point")
public record ExpressionSpec(
    @Doc("such as tanh(x*w + b); steps divided by ';', each but the last 'name = ...'")
        String expression,
    @Doc("the number of each free name, such as {x: 2, w: -3, b: 6.9}") @Default("{}")
        Map<String, Double> at)
    implements TracedSpec {
  public ExpressionSpec {
    at = Map.copyOf(at);
    Expression.evaluate(expression, at); // a wrong expression is refused here, with its column
  }

  @Override
  public Expression.Evaluated trace() {
    return Expression.evaluate(expression, at);
  }
}
