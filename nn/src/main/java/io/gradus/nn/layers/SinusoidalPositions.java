package io.gradus.nn.layers;

import io.gradus.nn.Layer;
import io.gradus.nn.Pass;
import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;

/// Waves added at each position, the length of each channel's from `2π` to `10000·2π` (Vaswani et
/// al. 2017): `p[t][2i] = sin(t / 10000^(2i/C))`, and the cosine of the same at `2i + 1`.
///
/// @param table `(length, C)`, not learned
public record SinusoidalPositions(Tensor table) implements Layer {
  /// The longest wave, by `2π`; the paper's number.
  private static final double LONGEST = 10_000;

  /// The waves of so many positions.
  static SinusoidalPositions of(int length, int width, DType type) {
    double[] numbers = new double[Math.multiplyExact(length, width)];
    for (int i = 0; i < numbers.length; i++) {
      int position = i / width;
      int channel = i % width;
      int even = channel - channel % 2;
      double angle = position / StrictMath.pow(LONGEST, (double) even / width);
      numbers[i] = channel == even ? StrictMath.sin(angle) : StrictMath.cos(angle);
    }
    return new SinusoidalPositions(Tensor.of(numbers, length, width).to(type).detach());
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.add(PositionEmbedding.firstRows(table, x.shape()));
  }
}
