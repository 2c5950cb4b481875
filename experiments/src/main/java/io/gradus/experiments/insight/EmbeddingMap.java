package io.gradus.experiments.insight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Where the rows of an embedding table lie, seen in two dimensions.
///
/// @param parameter the table's name
/// @param width D, the numbers of each row
/// @param shares of the variance that each of the two dimensions shows
/// @param projected whether they are principal components; else they are the columns themselves
/// @param places in the order of the tokens
public record EmbeddingMap(
    String parameter, int width, List<Double> shares, boolean projected, List<Place> places) {
  private static final int NEIGHBOURS = 3;

  public EmbeddingMap {
    shares = List.copyOf(shares);
    places = List.copyOf(places);
  }

  /// A token, and what lies in nearly the same direction.
  ///
  /// @param neighbours the nearest first
  public record Place(String token, double x, double y, List<Neighbour> neighbours) {
    public Place {
      neighbours = List.copyOf(neighbours);
    }
  }

  /// Another token.
  ///
  /// @param cosine of the angle between the rows, `a·b / (|a| |b|)`
  public record Neighbour(String token, double cosine) {}

  /// Looks at a table (V, D).
  public static EmbeddingMap of(String parameter, List<String> tokens, double[][] rows) {
    int width = rows[0].length;
    double[][] seen = new double[rows.length][2];
    double[] shares = new double[2];
    if (width > 2) {
      PrincipalComponents components = PrincipalComponents.of(rows, 2);
      seen = components.scores();
      shares = components.shares();
    } else {
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(rows[i], 0, seen[i], 0, width);
      }
      shares = variances(seen);
    }
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      places.add(new Place(tokens.get(i), seen[i][0], seen[i][1], neighbours(i, tokens, rows)));
    }
    return new EmbeddingMap(
        parameter, width, Arrays.stream(shares).boxed().toList(), width > 2, places);
  }

  /// The share of each column in the sum of both variances.
  private static double[] variances(double[][] points) {
    double[] squares = new double[2];
    for (int column = 0; column < 2; column++) {
      double sum = 0;
      for (double[] point : points) {
        sum += point[column];
      }
      for (double[] point : points) {
        double away = point[column] - sum / points.length;
        squares[column] += away * away;
      }
    }
    double whole = squares[0] + squares[1];
    return whole == 0 ? squares : new double[] {squares[0] / whole, squares[1] / whole};
  }

  private static List<Neighbour> neighbours(int place, List<String> tokens, double[][] rows) {
    return IntStream.range(0, rows.length)
        .filter(other -> other != place)
        .mapToObj(other -> new Neighbour(tokens.get(other), cosine(rows[place], rows[other])))
        .sorted(Comparator.comparingDouble(neighbour -> -neighbour.cosine()))
        .limit(NEIGHBOURS)
        .toList();
  }

  private static double cosine(double[] a, double... b) {
    double lengths =
        Math.sqrt(PrincipalComponents.dot(a, a)) * Math.sqrt(PrincipalComponents.dot(b, b));
    return lengths == 0 ? 0 : PrincipalComponents.dot(a, b) / lengths;
  }
}
