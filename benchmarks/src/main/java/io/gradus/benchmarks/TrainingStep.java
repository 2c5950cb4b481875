package io.gradus.benchmarks;

import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Workspace;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One step of training (batch, loss, gradients, update) of a lecture's network, written on
/// tensors.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "-XX:+UseSerialGC",
      "-Xmn48m",
      "-Xmx1500m",
      "-XX:+UseCountedLoopSafepoints",
      "-XX:LoopStripMiningIter=1000"
    })
public class TrainingStep {
  /// The networks, with how many numbers they learn.
  public enum Workload {
    BATCHNORM_MLP(27, 12_097),
    WAVENET(27, 76_579),
    MAKEMORE_TRANSFORMER(27, 204_544),
    GPT_CHAR_CPU(65, 813_568),
    GPT_CHAR_10M(65, 10_775_040);

    private final int vocabulary;
    private final int size;

    Workload(int vocabulary, int size) {
      this.vocabulary = vocabulary;
      this.size = size;
    }

    Network build() {
      Generator generator = Algorithm.PHILOX.generator(1);
      Network network =
          switch (this) {
            case BATCHNORM_MLP -> new BatchnormMlp(generator);
            case WAVENET -> new Wavenet(generator);
            case MAKEMORE_TRANSFORMER -> new Transformer(Transformer.Size.MAKEMORE, generator);
            case GPT_CHAR_CPU -> new Transformer(Transformer.Size.GPT_CHAR_CPU, generator);
            case GPT_CHAR_10M -> new Transformer(Transformer.Size.GPT_CHAR_10M, generator);
          };
      int numbers =
          network.parameters().stream()
              .map(Parameter::value)
              .mapToInt(value -> value.shape().size())
              .sum();
      Running.require(numbers == size, "%s has %d parameters".formatted(this, numbers));
      return network;
    }

    /// That a first loss is near that of equally likely tokens.
    void requireIgnorance(double loss) {
      Running.require(
          Math.abs(loss - StrictMath.log(vocabulary)) < 0.4,
          "the first loss is %s, not near ln %d".formatted(loss, vocabulary));
    }
  }

  @Param({"BATCHNORM_MLP", "WAVENET", "MAKEMORE_TRANSFORMER", "GPT_CHAR_CPU", "GPT_CHAR_10M"})
  private Workload workload = Workload.BATCHNORM_MLP;

  private final Workspace workspace = new Workspace();
  private final Generator batches = Algorithm.PHILOX.generator(2);
  private Network network = workload.build();

  /// Builds the network and holds its first loss to that of equally likely tokens.
  @Setup
  public void build() {
    Running.requireKernels();
    network = workload.build();
    workload.requireIgnorance(step());
  }

  /// A step.
  @Benchmark
  public double step() {
    return workspace.call(() -> network.step(batches));
  }
}
