package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.DType;
import io.gradus.tensor.ShapeException;
import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Positions as rotations (Su et al. 2021): at position t the i-th pair of neighbours `(a, b)` is
/// turned by the angle `θ = t·base^(-2i/d)`, to `(a·cos θ - b·sin θ, a·sin θ + b·cos θ)`.
///
/// @param cos `(T, d/2)`
/// @param sin `(T, d/2)`
public record Rotary(Tensor cos, Tensor sin) implements Layer {
  /// The angles.
  @Doc("positions as rotations of neighbouring pairs of numbers (Su et al. 2021)")
  public record Spec(
      @Doc("the slowest pair turns by nearly 1/base at each position") @Default("10000.0")
          double base) {
    public Spec {
      require(Double.isFinite(base) && base >= 1, "base = %s must be finite and at least 1", base);
    }

    /// Rotations of heads of an even width at positions `0 .. positions - 1`.
    Rotary attach(int positions, int width, DType type) {
      return new Rotary(
          table(positions, width, StrictMath::cos).to(type).kept(),
          table(positions, width, StrictMath::sin).to(type).kept());
    }

    private Tensor table(int positions, int width, DoubleUnaryOperator function) {
      int pairs = width / 2;
      double[] numbers = new double[positions * pairs];
      for (int i = 0; i < numbers.length; i++) {
        double speed = StrictMath.pow(base, -2.0 * (i % pairs) / width);
        int position = i / pairs;
        numbers[i] = function.applyAsDouble(position * speed);
      }
      return Tensor.of(numbers, positions, pairs);
    }
  }

  /// Turns `(B, heads, T, d)`.
  @Override
  public Tensor apply(Tensor x, Pass pass) {
    int length = x.shape().length(-2);
    int known = cos.shape().length(0);
    if (length > known) {
      throw new ShapeException(
          "%s has %d positions; there are angles for %d".formatted(x.shape(), length, known));
    }
    Tensor c = cos.slice(0, 0, length);
    Tensor s = sin.slice(0, 0, length);
    Tensor a = x.slice(-1, 0, x.shape().length(-1), 2); // (B, heads, T, d/2)
    Tensor b = x.slice(-1, 1, x.shape().length(-1), 2);
    Tensor turned = Tensor.stack(-1, List.of(a.mul(c).sub(b.mul(s)), a.mul(s).add(b.mul(c))));
    return turned.reshape(x.shape());
  }
}
