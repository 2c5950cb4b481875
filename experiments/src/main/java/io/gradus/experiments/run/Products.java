package io.gradus.experiments.run;

import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Tensor;
import io.gradus.tensor.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Matrix products, timed.
final class Products {
  /// Enough for the compiler to finish.
  private static final double WARM_UP_SECONDS = 2;

  /// As many as fit, at least three: the plain kernels need half a second each.
  private static final double SECONDS = 2;

  private Products() {}

  /// Billions of multiplications and additions a second, the median over products of two square
  /// matrices of floats.
  static double gigaflops(int n) {
    Generator generator = Algorithm.PHILOX.generator(1);
    Tensor a = matrix(generator, n);
    Tensor b = matrix(generator, n);
    var workspace = new Workspace();
    Runnable product = () -> workspace.run(() -> Autograd.withoutGraph(() -> a.matmul(b)));
    double spent = 0;
    while (spent < WARM_UP_SECONDS) {
      spent += seconds(product);
    }
    List<Double> blocks = new ArrayList<>();
    double timed = 0;
    while (timed < SECONDS || blocks.size() < 3) {
      blocks.add(seconds(product));
      timed += blocks.getLast();
    }
    Collections.sort(blocks);
    return 2.0 * n * n * n / blocks.get(blocks.size() / 2) / 1e9;
  }

  private static double seconds(Runnable product) {
    long start = System.nanoTime();
    product.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static Tensor matrix(Generator generator, int n) {
    float[] numbers = new float[n * n];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) generator.uniform() - 0.5f;
    }
    return Tensor.of(numbers, n, n);
  }
}
