package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MuonTest {
  private static final Schedule LR = new Constant(0.5);
  private static final Rule<?> OTHERS = new Sgd(new Constant(0.25));
  private static final Offset<Double> ROUNDING = within(1e-14);

  private static Muon muon(double momentum, boolean nesterov, double decay) {
    return new Muon(LR, momentum, nesterov, 5, decay, OTHERS);
  }

  private static Steps<?> onMatrix(Muon muon, int rows, int columns, DType type) {
    return Steps.of(muon.on(Shape.of(rows, columns), type), new double[rows * columns]);
  }

  /// a = 3.4445, b = -4.7750, c = 2.0315: what one iteration makes of a singular value.
  private static double iterated(double s, int times) {
    for (int i = 0; i < times; i++) {
      s = 3.4445 * s - 4.7750 * s * s * s + 2.0315 * s * s * s * s * s;
    }
    return s;
  }

  /// The iteration as the reference implementation has it, in loops: X of two rows.
  private static double[][] orthogonal(double[][] g) {
    double norm = 0;
    for (double[] row : g) {
      for (double each : row) {
        norm += each * each;
      }
    }
    double[][] x = scaled(g, 1 / (Math.sqrt(norm) + 1e-7));
    for (int i = 0; i < 5; i++) {
      double[][] square = product(x, transposed(x));
      double[][] polynomial = sum(scaled(square, -4.7750), scaled(product(square, square), 2.0315));
      x = sum(scaled(x, 3.4445), product(polynomial, x));
    }
    return x;
  }

  private static double[][] scaled(double[][] x, double factor) {
    return sum(x, x, factor, 0);
  }

  private static double[][] sum(double[][] x, double[][] y) {
    return sum(x, y, 1, 1);
  }

  private static double[][] sum(double[][] x, double[][] y, double a, double b) {
    double[][] out = new double[x.length][x[0].length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[0].length; j++) {
        out[i][j] = a * x[i][j] + b * y[i][j];
      }
    }
    return out;
  }

  private static double[][] transposed(double[][] x) {
    double[][] out = new double[x[0].length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[0].length; j++) {
        out[j][i] = x[i][j];
      }
    }
    return out;
  }

  private static double[][] product(double[][] x, double[][] y) {
    double[][] out = new double[x.length][y[0].length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y[0].length; j++) {
        for (int k = 0; k < y.length; k++) {
          out[i][j] += x[i][k] * y[k][j];
        }
      }
    }
    return out;
  }

  private static double[] flat(double[][] x) {
    return Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
  }

  /// 3 and 4 beside each other have the norm 5, and so become 0.6 and 0.8 of what 1 becomes.
  @Test
  void aDiagonalMatrixStaysOne() {
    double[] w = onMatrix(muon(0, false, 0), 2, 2, DType.FLOAT64).after(0, 0.5, 3, 0, 0, -4);
    assertThat(w)
        .containsExactly(
            new double[] {-0.5 * iterated(0.6, 5), 0, 0, 0.5 * iterated(0.8, 5)}, within(1e-7));
  }

  /// Two inputs and three outputs: the scale is the root of 3/2.
  @Test
  void aWideMatrixFollowsTheIterationOfThePaperAndTakesLongerSteps() {
    double[][] g = {{1, 2, 3}, {-2, 0, 1}};
    double[] w = onMatrix(muon(0, false, 0), 2, 3, DType.FLOAT64).after(0, 0.5, flat(g));
    assertThat(w).containsExactly(flat(scaled(orthogonal(g), -0.5 * Math.sqrt(1.5))), ROUNDING);
  }

  /// The same matrix upright is the same but for its scale, 1.
  @Test
  void aTallMatrixIsTransposed() {
    double[][] g = {{1, 2, 3}, {-2, 0, 1}};
    double[] w =
        onMatrix(muon(0, false, 0), 3, 2, DType.FLOAT64).after(0, 0.5, flat(transposed(g)));
    double[][] step = transposed(scaled(orthogonal(g), -0.5));
    assertThat(w).containsExactly(flat(step), ROUNDING);
  }

  @Test
  void floatsAreIteratedInFloats() {
    double[][] g = {{1, 2, 3}, {-2, 0, 1}};
    double[] w =
        onMatrix(muon(0, false, 0), 3, 2, DType.FLOAT32).after(0, 0.5, flat(transposed(g)));
    double[] inDoubles = flat(transposed(scaled(orthogonal(g), -0.5)));
    assertThat(w).containsExactly(inDoubles, within(1e-5));
    assertThat(w).isNotEqualTo(inDoubles);
    assertThat(w[0]).isEqualTo((float) w[0]); // half a float is one
  }

  @Test
  void everySingularValueComesNearOne() {
    double[][] g = new double[4][6];
    for (int i = 0; i < 24; i++) {
      g[i / 6][i % 6] = StrictMath.sin(i * i);
    }
    double[] w =
        onMatrix(muon(0, false, 0), 4, 6, DType.FLOAT64).after(0, Math.sqrt(4 / 6.0), flat(g));
    double[][] step = new double[4][6];
    for (int i = 0; i < 24; i++) {
      step[i / 6][i % 6] = w[i];
    }
    // between 0.68² and 1.14² on the diagonal, and the rest small beside it, so that every
    // eigenvalue of the square is near 1 (Gershgorin)
    double[][] square = product(step, transposed(step));
    for (int i = 0; i < 4; i++) {
      double beside = 0;
      for (int j = 0; j < 4; j++) {
        beside += i == j ? 0 : Math.abs(square[i][j]);
      }
      assertThat(square[i][i] - beside).isGreaterThan(0.2);
      assertThat(square[i][i] + beside).isLessThan(1.6);
    }
  }

  /// g = 8, then 0: m = 4, then 2, and always the sign of it; nesterov's direction is 2/2 + 0.
  @Test
  void theMeanIsKeptAndLookedAheadOf() {
    for (boolean nesterov : new boolean[] {false, true}) {
      var rule = new MuonMatrix(muon(0.5, nesterov, 0), 1, 1, DType.FLOAT64);
      var steps = Steps.of(rule, 0);
      assertThat(steps.after(0, 0.5, 8))
          .containsExactly(new double[] {-0.5 * iterated(1, 5)}, within(1e-7));
      assertThat(steps.memory().m()).containsExactly(4);
      steps.after(1, 0.5, 0);
      assertThat(steps.memory().m()).containsExactly(2);
    }
  }

  /// m = (3, 0) then (3/2, 2): ahead of it lies (3/4, 1 + 2), as long as 1; upright, as a row would
  /// be scaled.
  @Test
  void nesterovTurnsTowardsTheLatestGradient() {
    var steps = Steps.of(new MuonMatrix(muon(0.5, true, 0), 2, 1, DType.FLOAT64), 0, 0);
    steps.after(0, 0, 6, 0);
    double[] w = steps.after(1, 1, 0, 4);
    double norm = Math.sqrt(0.75 * 0.75 + 9);
    double length = iterated(1, 5);
    assertThat(steps.memory().m()).containsExactly(1.5, 2);
    assertThat(w)
        .containsExactly(new double[] {-0.75 / norm * length, -3 / norm * length}, within(1e-7));
  }

  @Test
  void theWeightDecaysBesideTheStep() {
    var steps = Steps.of(new MuonMatrix(muon(0, false, 0.5), 1, 1, DType.FLOAT64), 8);
    assertThat(steps.after(0, 0.5, 0)).containsExactly(6); // (1 - 0.5 · 0.5) 8
  }

  @Test
  void gradientsThatAreZeroOrEnormousAreSafe() {
    var steps = onMatrix(muon(0, false, 0), 2, 2, DType.FLOAT32);
    assertThat(steps.after(0, 0.5, 0, 0, 0, 0)).containsExactly(0, 0, 0, 0);
    double[] w = steps.after(1, 0.5, 1e30, 0, 0, 1e30);
    assertThat(w[0]).isCloseTo(-0.5 * iterated(Math.sqrt(0.5), 5), within(1e-5));
  }

  @Test
  void whatIsNoMatrixIsLeftToAnotherRule() {
    Muon muon = muon(0.95, true, 0);
    assertThat(muon.on(Shape.of(7), DType.FLOAT32)).isEqualTo(OTHERS);
    assertThat(muon.on(Shape.SCALAR, DType.FLOAT32)).isEqualTo(OTHERS);
    assertThat(muon.on(Shape.of(2, 3, 4), DType.FLOAT32)).isEqualTo(OTHERS);
    assertThat(muon.on(Shape.of(7), DType.FLOAT32).elementwise()).isTrue();
  }

  @Test
  void aMatrixKeepsTheRateAndMustBeMovedWhole() {
    Rule<?> rule = muon(0.95, true, 0).on(Shape.of(2, 3), DType.FLOAT32);
    assertThat(rule.lr()).isEqualTo(LR);
    assertThat(rule.elementwise()).isFalse();
    assertThat(rule.start(6)).isInstanceOf(Muon.Mean.class);
  }

  @Test
  void withoutAShapeASliceIsOneColumn() {
    Muon muon = muon(0.5, true, 0.1);
    double[] w = Steps.of(muon, 1, 2, 3).after(0, 0.5, 4, 5, 6);
    var column = Steps.of(new MuonMatrix(muon, 3, 1, DType.FLOAT64), 1, 2, 3);
    assertThat(w).containsExactly(column.after(0, 0.5, 4, 5, 6));
    assertThat(muon.elementwise()).isFalse();
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> muon(1, true, 0))
        .withMessage("momentum = 1.0 is outside [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> muon(0.9, true, -1))
        .withMessage("decay = -1.0 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Muon(LR, 0.95, true, 0, 0, OTHERS))
        .withMessage("iterations = 0 must be at least 1");
  }
}
