package io.gradus.benchmarks;

import io.gradus.kernels.KernelChoice;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Matrix;
import io.gradus.kernels.ScalarKernels;
import io.gradus.kernels.Workers;
import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Matrix products against OpenBLAS through numpy, in turns, medians of both.
///
/// Arguments: the Python that has numpy, then shapes `m,k,n`; without shapes, those of the design.
public final class AgainstOpenBlas {
  private static final String PEER = "benchmarks/peers/openblas.py";
  private static final int ROUNDS = 15;

  /// A round lasts so long, or one product if that is longer.
  private static final double ROUND_SECONDS = 0.03;

  private static final double WARM_UP_SECONDS = 0.7;

  /// For so long OpenBLAS' threads spin after a product, on the processors that ours want.
  private static final long SPINNING_MILLIS = 60;

  /// For so long a scheduler may keep threads that have just woken on one processor.
  private static final double WAKING_SECONDS = 0.06;

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(64, 64, 64),
          new Shape(128, 128, 128),
          new Shape(256, 256, 256),
          new Shape(512, 512, 512),
          new Shape(1024, 1024, 1024),
          new Shape(32, 30, 200),
          new Shape(32, 200, 27),
          new Shape(512, 64, 256),
          new Shape(768, 128, 512));

  private record Shape(int m, int k, int n) {
    static Shape parse(String text) {
      int[] lengths = Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
      return new Shape(lengths[0], lengths[1], lengths[2]);
    }

    double operations() {
      return 2.0 * m * k * n;
    }
  }

  private final Kernels kernels = KernelChoice.kernels();
  private final Workers workers = Workers.of(KernelChoice.threads());
  private final PrintWriter ask;
  private final BufferedReader answer;

  private AgainstOpenBlas(Process peer) {
    ask = new PrintWriter(peer.outputWriter(StandardCharsets.UTF_8), true);
    answer = peer.inputReader(StandardCharsets.UTF_8);
  }

  /// Prints a line a shape and form.
  ///
  /// @throws IOException if the peer does not start or stops
  /// @throws InterruptedException if it is told to stop
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Running.requireKernels();
    String python = arguments.length == 0 ? "python3" : arguments[0];
    List<Shape> shapes =
        arguments.length < 2 ? SHAPES : Arrays.stream(arguments).skip(1).map(Shape::parse).toList();
    var builder = new ProcessBuilder(python, PEER).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("OPENBLAS_NUM_THREADS", "" + KernelChoice.threads());
    Process peer = builder.start();
    try {
      var sitting = new AgainstOpenBlas(peer);
      System.out.println("    m     k     n  form    gradus  OpenBLAS  GFLOP/s, medians   ratio");
      for (Shape shape : shapes) {
        for (String form : List.of("pp", "tp", "pt")) {
          sitting.compare(shape, form.charAt(0) == 't', form.charAt(1) == 't');
        }
      }
    } finally {
      peer.destroy();
    }
  }

  private void compare(Shape shape, boolean left, boolean right)
      throws IOException, InterruptedException {
    int m = shape.m();
    int k = shape.k();
    int n = shape.n();
    float[] x = numbers(m * k);
    float[] y = numbers(k * n);
    float[] out = new float[m * n];
    Matrix a = left ? new Matrix(x, 0, 1, m) : new Matrix(x, 0, k, 1);
    Matrix b = right ? new Matrix(y, 0, 1, k) : new Matrix(y, 0, n, 1);
    Runnable product = () -> kernels.matmul(m, n, k, a, b, Matrix.rows(out, 0, n), false, workers);
    product.run();
    requireReference(shape, a, b, out);
    int repetitions = warmUp(product);
    String question = "%d %d %d %s %s ".formatted(m, k, n, left ? "t" : "p", right ? "t" : "p");
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    int waking = (int) Math.ceil(repetitions * WAKING_SECONDS / ROUND_SECONDS);
    for (int round = 0; round < ROUNDS; round++) {
      Thread.sleep(SPINNING_MILLIS);
      double _ = seconds(product, waking);
      ours.add(seconds(product, repetitions) / repetitions);
      double _ = ask(question, waking);
      theirs.add(ask(question, repetitions) / repetitions);
    }
    double mine = shape.operations() / median(ours) / 1e9;
    double other = shape.operations() / median(theirs) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%5d %5d %5d  %s%s  %9.1f %9.1f  %24.2f%n",
        m,
        k,
        n,
        left ? "Aᵀ" : "A ",
        right ? "Bᵀ" : "B ",
        mine,
        other,
        mine / other);
  }

  private static void requireReference(Shape shape, Matrix a, Matrix b, float[] out) {
    float[] reference = new float[out.length];
    new ScalarKernels()
        .matmul(
            shape.m(),
            shape.n(),
            shape.k(),
            a,
            b,
            Matrix.rows(reference, 0, shape.n()),
            false,
            Workers.caller());
    Running.require(Arrays.equals(reference, out), shape + ": the product is wrong");
  }

  /// Until the compiler is done; answers how many products fill a round.
  private static int warmUp(Runnable product) {
    double spent = 0;
    double once = Double.POSITIVE_INFINITY;
    while (spent < WARM_UP_SECONDS) {
      double seconds = seconds(product, 1);
      spent += seconds;
      once = Math.min(once, seconds);
    }
    return Math.max(1, (int) (ROUND_SECONDS / once));
  }

  private static double seconds(Runnable product, int repetitions) {
    long start = System.nanoTime();
    for (int i = 0; i < repetitions; i++) {
      product.run();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private double ask(String question, int repetitions) throws IOException {
    ask.println(question + repetitions);
    String line = answer.readLine();
    if (line == null) {
      throw new IOException("the peer stopped; has its Python numpy?");
    }
    return Double.parseDouble(line);
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static float[] numbers(int n) {
    Generator generator = Algorithm.PHILOX.generator(1);
    float[] numbers = new float[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = (float) generator.gaussian();
    }
    return numbers;
  }
}
