package io.gradus.nn.scalar;

import io.gradus.random.Generator;
import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import java.util.List;
import java.util.stream.Stream;

/// Rows of weights: a table to look rows up in, or a linear map without bias.
public record Matrix(List<Values> rows) {
  public Matrix {
    rows = List.copyOf(rows);
  }

  /// Weights from N(0, deviation²), drawn row by row.
  public static Matrix gaussian(int rows, int columns, double deviation, Generator init) {
    return new Matrix(
        Stream.generate(() ->
                Values.of(
                    Stream.generate(() -> Value.of(init.gaussian(0, deviation)))
                        .limit(columns)
                        .toArray(Value[]::new)))
            .limit(rows)
            .toList());
  }

  /// The number of rows and of columns.
  public int[] shape() {
    return new int[] {rows.size(), rows.isEmpty() ? 0 : rows.getFirst().size()};
  }

  /// The row at this place.
  public Values row(int place) {
    return rows.get(place);
  }

  /// `y = W x`, one dot product a row.
  public Values times(Values x) {
    Value[] y = new Value[rows.size()];
    for (int i = 0; i < y.length; i++) {
      y[i] = Value.dot(rows.get(i), x);
    }
    return Values.of(y);
  }
}
