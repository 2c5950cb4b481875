package io.gradus.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Numbers to try an operation on, kept away from its kinks; drawn anew, and the same, each time.
enum Numbers {
  /// From -2 to 2.
  ANY {
    @Override
    double draw(Random random) {
      return 4 * random.nextDouble() - 2;
    }
  },
  /// From 0.5 to 2, for what has a pole at 0 or is defined above it.
  POSITIVE {
    @Override
    double draw(Random random) {
      return 0.5 + 1.5 * random.nextDouble();
    }
  },
  /// Both signs, and at least 0.25 from 0.
  AWAY_FROM_ZERO {
    @Override
    double draw(Random random) {
      return Math.copySign(0.25 + 1.5 * random.nextDouble(), random.nextDouble() - 0.5);
    }
  },
  /// Apart by at least 0.05, also from the [#APART_TOO] of another tensor, for what takes the
  /// largest.
  APART {
    @Override
    double[] draw(int n, Random random) {
      return ladder(n, 0, random);
    }
  },
  /// As [#APART], half a rung higher.
  APART_TOO {
    @Override
    double[] draw(int n, Random random) {
      return ladder(n, 0.05, random);
    }
  };

  double draw(Random random) {
    throw new UnsupportedOperationException(name() + " are drawn together");
  }

  double[] draw(int n, Random random) {
    return IntStream.range(0, n).mapToDouble(_ -> draw(random)).toArray();
  }

  /// Rungs 0.1 apart, from below 0 to above it, in any order.
  private static double[] ladder(int n, double above, Random random) {
    List<Integer> rungs = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(rungs, random);
    return rungs.stream().mapToDouble(rung -> above + 0.1 * (rung - n / 2)).toArray();
  }

  /// A FLOAT64 tensor of them.
  Tensor tensor(int... shape) {
    return Tensor.of(draw(Shape.of(shape).size(), new Random(name().hashCode())), shape);
  }

  /// Another one.
  Tensor other(int... shape) {
    return Tensor.of(draw(Shape.of(shape).size(), new Random(name().hashCode() + 1L)), shape);
  }
}
