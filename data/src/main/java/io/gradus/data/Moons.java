package io.gradus.data;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Two interleaving half circles, the classes -1 and 1: scikit-learn's `make_moons`.
///
/// Draws from the stream `data`: the shuffle of the points, then the noise, point by point.
@Doc("two interleaving half circles, the classes -1 and 1")
public record Moons(
    @Doc("points in all") @Default("100") int count,
    @Doc("deviation of the Gaussian noise on both coordinates") @Default("0.1") double noise)
    implements DataSpec {
  public Moons {
    require(count >= 2 && count <= 1_000_000, "count = %d is outside 2..1000000", count);
    require(Double.isFinite(noise) && noise >= 0, "noise = %s must be at least 0", noise);
  }

  @Override
  public Points load(DataContext context) {
    Generator generator = context.stream("data");
    int outer = count / 2;
    int inner = count - outer;
    List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    generator.shuffle(order);
    List<Points.Point> points = new ArrayList<>();
    for (int place : order) {
      boolean onOuter = place < outer;
      double angle = onOuter ? angle(place, outer) : angle(place - outer, inner);
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double x = (onOuter ? cos : 1 - cos) + generator.gaussian(0, noise);
      double y = (onOuter ? sin : 1 - sin - 0.5) + generator.gaussian(0, noise);
      points.add(new Points.Point(List.of(x, y), onOuter ? -1 : 1));
    }
    return new Points(points);
  }

  /// The i-th of `n` angles from 0 to π, both ends included.
  private static double angle(int i, int n) {
    return i == n - 1 ? (n == 1 ? 0 : Math.PI) : i * (Math.PI / (n - 1));
  }
}
