package io.gradus.tensor;

import io.gradus.kernels.KernelChoice;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.Workers;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What tensors are computed on: kernels and worker threads. It decides about speed and never about
/// a bit.
///
/// The standard one follows `-Dgradus.kernels` and `-Dgradus.threads`; [#call] puts another in its
/// place for the length of a call.
public final class Compute {
  private static volatile @Nullable Compute standard;

  private final Kernels kernels;
  private final Workers workers;

  private Compute(Kernels kernels, Workers workers) {
    this.kernels = kernels;
    this.workers = workers;
  }

  /// These kernels on so many threads, the caller among them.
  ///
  /// @throws IllegalArgumentException if there is no thread at all
  public static Compute on(Kernels kernels, int threads) {
    return new Compute(kernels, Workers.of(threads));
  }

  /// What the system properties ask for: else the fastest kernels that there are, on as many
  /// threads as processors.
  ///
  /// @throws io.gradus.kernels.KernelChoiceException if a property asks for what is not there
  public static Compute standard() {
    Compute known = standard;
    return known == null ? chosen() : known;
  }

  /// Not in a static initializer, whose exceptions nobody can read.
  private static synchronized Compute chosen() {
    Compute known = standard;
    if (known == null) {
      known = on(KernelChoice.kernels(), KernelChoice.threads());
      standard = known;
    }
    return known;
  }

  /// What an expression written here would be computed on.
  public static Compute current() {
    return Scope.current().compute();
  }

  /// Evaluates everything in the body on this.
  public <T> T call(Supplier<T> body) {
    return Scope.current().on(this).call(body);
  }

  /// The kernels.
  public Kernels kernels() {
    return kernels;
  }

  /// How many threads work.
  public int threads() {
    return workers.threads();
  }

  /// The threads, for work whose parts follow from the data's shape.
  public Workers workers() {
    return workers;
  }

  @Override
  public String toString() {
    return "%s on %d threads".formatted(kernels.name(), threads());
  }
}
