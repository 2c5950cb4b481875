package io.gradus.benchmarks;

import io.gradus.tensor.DType;
import io.gradus.tensor.Origin;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import io.gradus.tensor.Workspace;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// An operation on tensors of 32 x 10, result and graph node included.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 9, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "-XX:+UseSerialGC",
      "-Xmn48m",
      "-Xmx256m",
      "-XX:+UseCountedLoopSafepoints",
      "-XX:LoopStripMiningIter=1000"
    })
public class TinyOperation {
  private static final int OPERATIONS = 100;

  private final Tensor x = Tensor.full(Shape.of(32, 10), 0.5, DType.FLOAT32);
  private final Tensor y = Tensor.full(Shape.of(32, 10), 0.25, DType.FLOAT32);
  private final Workspace workspace = new Workspace();

  /// Holds the result and its node to what they should be.
  @Setup
  public void check() {
    Running.requireKernels();
    Tensor sum = add();
    Running.require(sum.at(31, 9) == 0.75, "0.5 + 0.25 is " + sum.at(31, 9));
    Running.require(sum.origin() instanceof Origin.Made, "no node was made");
  }

  /// A sum in fresh memory.
  @Benchmark
  public Tensor add() {
    return x.add(y);
  }

  /// A sum in memory of a workspace, of which a step takes a hundred.
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public Tensor addInWorkspace() {
    return workspace.call(() -> {
      Tensor sum = x;
      for (int i = 0; i < OPERATIONS; i++) {
        sum = x.add(y);
      }
      return sum;
    });
  }

  /// A tanh in fresh memory.
  @Benchmark
  public Tensor tanh() {
    return x.tanh();
  }
}
