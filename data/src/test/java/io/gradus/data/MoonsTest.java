package io.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gradus.random.Algorithm;
import io.gradus.random.Streams;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MoonsTest {
  /// How far the C library under NumPy may round away from StrictMath.
  private static final Offset<Double> LAST_PLACES = within(1e-14);

  /// `np.random.seed(1337); make_moons(n_samples=100, noise=0.1)`, as micrograd's demo calls it.
  @Test
  void theMoonsAreThoseOfScikitLearn() {
    List<Points.Point> points =
        new Moons(100, 0.1).load(Desk.of(Algorithm.NUMPY_LEGACY, 1337)).points();
    assertThat(points).hasSize(100);
    requirePoint(points.get(0), 1.1221146075409683, 0.08147717341718697, -1);
    requirePoint(points.get(1), -0.8188294130836691, 0.058790063907949996, -1);
    requirePoint(points.get(2), 1.613709660987544, -0.12464590012238608, 1);
    requirePoint(points.get(3), -0.9230091836872232, 0.3652288989804421, -1);
    requirePoint(points.get(4), 0.14385146230962004, 0.04438004920996008, 1);
    requirePoint(points.get(99), 0.12108297264758441, 1.0655522522437006, -1);
    assertThat(points.stream().mapToDouble(Points.Point::target).limit(20))
        .containsExactly(
            -1.0, -1.0, 1.0, -1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0, 1.0, -1.0, -1.0, 1.0, -1.0, -1.0,
            1.0, 1.0, -1.0, -1.0);
  }

  private static void requirePoint(Points.Point point, double x, double y, double target) {
    assertThat(point.features().get(0)).isCloseTo(x, LAST_PLACES);
    assertThat(point.features().get(1)).isCloseTo(y, LAST_PLACES);
    assertThat(point.target()).isEqualTo(target);
  }

  @Test
  void withoutNoiseThePointsLieOnTwoHalfCircles() {
    List<Points.Point> points = new Moons(51, 0).load(Desk.of(Algorithm.PHILOX, 1)).points();
    for (Points.Point point : points) {
      double x = point.features().get(0);
      double y = point.features().get(1);
      double radius = point.target() < 0 ? Math.hypot(x, y) : Math.hypot(1 - x, 0.5 - y);
      assertThat(radius).isCloseTo(1, LAST_PLACES);
    }
    assertThat(points).filteredOn(point -> point.target() < 0).hasSize(25);
  }

  @Test
  void twoPointsAreTheBeginningsOfTheCircles() {
    assertThat(new Moons(2, 0).load(Desk.of(Algorithm.PHILOX, 1)).points())
        .containsExactlyInAnyOrder(
            new Points.Point(List.of(1.0, 0.0), -1), new Points.Point(List.of(0.0, 0.5), 1));
  }

  @Test
  void drawsComeFromTheStreamOfTheData() {
    Desk desk = new Desk(Desk.offline(List.of()), Streams.named(1, Map.of()));
    assertThat(new Moons(10, 0.1).load(desk).size()).isEqualTo(10);
    assertThat(desk.streams().states()).containsOnlyKeys("data");
  }

  @Test
  void tooFewPointsAndNegativeNoiseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Moons(1, 0.1))
        .withMessage("count = 1 is outside 2..1000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Moons(100, -0.1))
        .withMessage("noise = -0.1 must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Moons(100, Double.NaN))
        .withMessage("noise = NaN must be at least 0");
  }
}
