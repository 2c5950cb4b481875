package io.gradus.nn.initialisers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// A matrix whose shorter side is orthonormal, times a gain: `WᵀW = gain²·I` where it is tall, `WWᵀ
/// = gain²·I` where it is wide (Saxe et al. 2014).
///
/// Vectors of normal numbers, drawn one after the other, are made orthonormal by Gram and Schmidt,
/// each against those before it. That is the QR decomposition with a positive diagonal of R, so
/// every such matrix is equally likely. More axes than two are a matrix with the last as columns.
@Doc("orthonormal rows or columns, whichever are fewer (Saxe et al. 2014)")
public record Orthogonal(@Doc("a factor for all numbers") @Default("1.0") double gain)
    implements Initialiser {
  public Orthogonal {
    require(Double.isFinite(gain), "gain = %s must be finite", gain);
  }

  @Override
  public double[] draw(Fan fan, Generator generator) {
    require(
        fan.shape().rank() >= 2,
        "orthogonal numbers for %s are wanted; only a matrix has rows and columns",
        fan.shape());
    int columns = fan.shape().length(-1);
    int rows = fan.shape().size() / columns;
    double[][] vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), generator);
    double[] numbers = new double[rows * columns];
    for (int i = 0; i < numbers.length; i++) {
      int row = i / columns;
      int column = i % columns;
      numbers[i] = gain * (rows >= columns ? vectors[column][row] : vectors[row][column]);
    }
    return numbers;
  }

  private static double[][] orthonormal(int count, int length, Generator generator) {
    double[][] vectors = new double[count][length];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < length; j++) {
        vectors[i][j] = generator.gaussian();
      }
      project(vectors, i);
      project(vectors, i); // what rounding left of the others: twice is enough (Kahan)
      scale(vectors[i], 1 / Math.sqrt(dot(vectors[i], vectors[i])));
    }
    return vectors;
  }

  /// Takes away from a vector what it has in common with those before it.
  private static void project(double[][] vectors, int last) {
    for (int i = 0; i < last; i++) {
      double share = dot(vectors[i], vectors[last]);
      for (int j = 0; j < vectors[last].length; j++) {
        vectors[last][j] -= share * vectors[i][j];
      }
    }
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
