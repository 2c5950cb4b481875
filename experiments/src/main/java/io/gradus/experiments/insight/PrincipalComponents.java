package io.gradus.experiments.insight;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The directions in which points differ most (Pearson 1901), always the same ones with the same
/// sign.
///
/// For points X (N, D) less their mean, the eigenvectors of the covariance `XᵀX / N`, found by
/// Jacobi's rotations (1846); where D > N, by way of the smaller `X Xᵀ / N`. Of each the entry of
/// largest magnitude is positive, the first of equal ones.
///
/// @param directions each of D numbers and of length 1, that of the largest share first
/// @param shares of the variance, in [0, 1]
/// @param scores (N, count): where each point lies along the directions
public record PrincipalComponents(double[][] directions, double[] shares, double[][] scores) {
  /// Far more than a symmetric matrix ever needs; each sweep turns every pair of axes once.
  private static final int SWEEPS = 60;

  /// The first directions of points.
  ///
  /// @param count at most D
  public static PrincipalComponents of(double[][] points, int count) {
    double[][] x = centred(points);
    int n = x.length;
    int d = x[0].length;
    boolean wide = d > n;
    double[][] matrix = wide ? products(x, n) : products(transposed(x), n);
    double[][] vectors = diagonalise(matrix);
    double total = 0;
    for (int i = 0; i < matrix.length; i++) {
      total += Math.max(0, matrix[i][i]);
    }
    List<Integer> order =
        IntStream.range(0, matrix.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -matrix[i][i]))
            .toList();
    double[][] directions = new double[count][];
    double[] shares = new double[count];
    for (int c = 0; c < count; c++) {
      boolean there = c < order.size();
      double[] vector = there ? column(vectors, order.get(c)) : new double[matrix.length];
      directions[c] = signed(unit(wide ? times(transposed(x), vector) : vector));
      shares[c] = there && total > 0 ? Math.max(0, matrix[order.get(c)][order.get(c)]) / total : 0;
    }
    double[][] scores = new double[n][];
    for (int i = 0; i < n; i++) {
      scores[i] = times(directions, x[i]);
    }
    return new PrincipalComponents(directions, shares, scores);
  }

  private static double[][] centred(double[][] points) {
    double[][] x = new double[points.length][points[0].length];
    for (int column = 0; column < points[0].length; column++) {
      double sum = 0;
      for (double[] point : points) {
        sum += point[column];
      }
      for (int i = 0; i < points.length; i++) {
        x[i][column] = points[i][column] - sum / points.length;
      }
    }
    return x;
  }

  /// `R Rᵀ / n`.
  private static double[][] products(double[][] rows, int n) {
    double[][] matrix = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = dot(rows[i], rows[j]) / n;
        matrix[j][i] = matrix[i][j];
      }
    }
    return matrix;
  }

  /// Turns pairs of axes until a symmetric matrix has nothing beside its diagonal; the eigenvectors
  /// as columns.
  private static double[][] diagonalise(double[][] a) {
    int n = a.length;
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean turned = false;
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          turned |= turn(a, v, p, q);
        }
      }
      if (!turned) {
        break;
      }
    }
    return v;
  }

  /// Makes `a_pq = 0` by the rotation with `t = tan φ`, `t² + 2θt - 1 = 0`, `θ = (a_qq - a_pp) /
  /// 2a_pq`.
  private static boolean turn(double[][] a, double[][] v, int p, int q) {
    double beside = a[p][q];
    if (Math.abs(beside) <= 1e-17 * (Math.abs(a[p][p]) + Math.abs(a[q][q]))) {
      a[p][q] = 0;
      a[q][p] = 0;
      return false;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * beside);
    double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = c * pk - s * qk;
      a[q][k] = s * pk + c * qk;
    }
    a[p][q] = 0;
    a[q][p] = 0;
    for (double[] row : v) {
      double vp = row[p];
      double vq = row[q];
      row[p] = c * vp - s * vq;
      row[q] = s * vp + c * vq;
    }
    return true;
  }

  private static double[] unit(double... vector) {
    double length = Math.sqrt(dot(vector, vector));
    double[] unit = vector.clone();
    for (int i = 0; i < unit.length && length > 0; i++) {
      unit[i] /= length;
    }
    return unit;
  }

  /// Turned round where its largest entry is negative.
  private static double[] signed(double... vector) {
    int largest = 0;
    for (int i = 1; i < vector.length; i++) {
      // what differs by rounding alone counts as equal
      largest = Math.abs(vector[i]) > Math.abs(vector[largest]) + 1e-9 ? i : largest;
    }
    for (int i = 0; i < vector.length && vector[largest] < 0; i++) {
      if (i != largest) {
        vector[i] = -vector[i];
      }
    }
    vector[largest] = Math.abs(vector[largest]);
    return vector;
  }

  private static double[] times(double[][] rows, double... x) {
    double[] y = new double[rows.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = dot(rows[i], x);
    }
    return y;
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] columns = new double[matrix[0].length][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(matrix, i);
    }
    return columns;
  }

  private static double[] column(double[][] matrix, int place) {
    double[] column = new double[matrix.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = matrix[i][place];
    }
    return column;
  }

  static double dot(double[] a, double... b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
