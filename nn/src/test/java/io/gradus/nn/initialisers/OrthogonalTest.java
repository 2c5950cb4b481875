package io.gradus.nn.initialisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradus.nn.Fan;
import io.gradus.random.Philox;
import io.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class OrthogonalTest {
  private static Tensor drawn(double gain, int rows, int columns) {
    double[] numbers = new Orthogonal(gain).draw(Fan.linear(rows, columns), new Philox(42));
    return Tensor.of(numbers, rows, columns);
  }

  private static void assertIdentity(Tensor matrix, double factor) {
    int n = matrix.shape().length(0);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(matrix.at(i, j)).isCloseTo(i == j ? factor : 0, within(1e-14));
      }
    }
  }

  @Test
  void aSquareIsARotationOrAReflection() {
    Tensor w = drawn(1, 20, 20);
    assertIdentity(w.transpose().matmul(w), 1);
    assertIdentity(w.matmul(w.transpose()), 1);
  }

  @Test
  void theShorterSideIsOrthonormal() {
    Tensor tall = drawn(1, 30, 7);
    assertIdentity(tall.transpose().matmul(tall), 1);
    Tensor wide = drawn(1, 7, 30);
    assertIdentity(wide.matmul(wide.transpose()), 1);
  }

  @Test
  void theGainStretchesIt() {
    Tensor w = drawn(3, 5, 5);
    assertIdentity(w.matmul(w.transpose()), 9);
  }

  /// The first vector is the first draws, made one long.
  @Test
  void theDirectionOfTheFirstDrawsStays() {
    var generator = new Philox(42);
    double a = generator.gaussian();
    double b = generator.gaussian();
    Tensor w = drawn(1, 2, 2);
    assertThat(w.at(0, 0)).isCloseTo(a / Math.sqrt(a * a + b * b), within(1e-15));
    assertThat(w.at(1, 0)).isCloseTo(b / Math.sqrt(a * a + b * b), within(1e-15));
  }

  @Test
  void manyAxesAreAMatrixWithTheLastAsColumns() {
    double[] numbers = new Orthogonal(1).draw(Fan.convolution(3, 4, 5), new Philox(42));
    Tensor w = Tensor.of(numbers, 12, 5);
    assertIdentity(w.transpose().matmul(w), 1);
  }

  @Test
  void aVectorIsRefused() {
    assertThatThrownBy(() -> new Orthogonal(1).draw(Fan.bias(3, 4), new Philox(42)))
        .hasMessage("orthogonal numbers for (4) are wanted; only a matrix has rows and columns");
    assertThatThrownBy(() -> new Orthogonal(Double.NaN)).hasMessage("gain = NaN must be finite");
  }
}
