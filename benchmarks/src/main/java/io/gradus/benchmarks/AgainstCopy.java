package io.gradus.benchmarks;

import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Compute;
import io.gradus.tensor.Tensor;
import io.gradus.tensor.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Elementwise chains and reductions of large tensors against the bandwidth of an array copy, in
/// turns, medians of both.
///
/// Argument: how many floats a tensor has, 8 million unless said. A copy moves two arrays; an
/// operation moves its inputs and its result.
public final class AgainstCopy {
  private static final int ROUNDS = 15;
  private static final int ROW = 1024;

  private AgainstCopy() {}

  private record Work(String name, int arrays, Supplier<Tensor> expression) {}

  /// Prints a line an expression.
  public static void main(String[] arguments) {
    Running.requireKernels();
    int n = arguments.length == 0 ? 1 << 23 : Integer.parseInt(arguments[0]) / ROW * ROW;
    Tensor x = numbers(1, n);
    Tensor y = numbers(2, n);
    Tensor row = x.slice(0, 0, 1).kept();
    List<Work> works =
        List.of(
            new Work("x + y", 3, () -> x.add(y)),
            new Work("x * 2", 2, () -> x.mul(2)),
            new Work("x + row", 2, () -> x.add(row)),
            new Work("relu x", 2, x::relu),
            new Work("tanh x", 2, x::tanh),
            new Work("exp x", 2, x::exp),
            new Work("(x * y + x) / 2", 3 + 3 + 2, () -> x.mul(y).add(x).div(2)),
            new Work("tanh(x * 2 + y)", 2 + 3 + 2, () -> x.mul(2).add(y).tanh()),
            new Work("sum of all", 1, x::sum),
            new Work("sums of rows", 1, () -> x.sum(1)),
            new Work("sums of columns", 1, () -> x.sum(0)),
            new Work("largest of rows", 1, () -> x.max(1, false)),
            new Work("softmax of rows", 2, () -> x.softmax(1)));
    float[] from = x.toFloats();
    float[] to = new float[n];
    Runnable copy = () -> System.arraycopy(from, 0, to, 0, n);
    var workspace = new Workspace();
    System.out.printf("%d floats a tensor%n", n);
    System.out.println("expression            GB/s   a copy's GB/s   ratio");
    for (Work work : works) {
      Runnable run =
          () -> Running.require(workspace.call(work.expression()) != x, "nothing was made");
      for (int i = 0; i < 12; i++) {
        run.run();
        copy.run();
      }
      List<Double> ours = new ArrayList<>();
      List<Double> theirs = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        ours.add(seconds(run));
        theirs.add(seconds(copy));
      }
      double mine = 4.0 * n * work.arrays() / AgainstOpenBlas.median(ours) / 1e9;
      double other = 4.0 * n * 2 / AgainstOpenBlas.median(theirs) / 1e9;
      System.out.printf(
          Locale.ROOT, "%-18s %7.1f %15.1f %7.2f%n", work.name(), mine, other, mine / other);
    }
    Running.require(to[n / 2] == from[n / 2], "the copy copied nothing");
    Running.require(
        Autograd.withoutGraph(() -> x.add(y)).at(0, 1) == (float) (x.at(0, 1) + y.at(0, 1)),
        "the sum is wrong on " + Compute.standard());
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static Tensor numbers(long seed, int n) {
    Generator generator = Algorithm.PHILOX.generator(seed);
    float[] numbers = new float[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = (float) generator.uniform() - 0.5f;
    }
    return Tensor.of(numbers, n / ROW, ROW);
  }
}
