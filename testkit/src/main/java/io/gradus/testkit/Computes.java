package io.gradus.testkit;

import io.gradus.kernels.KernelProvider;
import io.gradus.kernels.Kernels;
import io.gradus.kernels.ScalarKernels;
import io.gradus.tensor.Compute;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/// All that tensors can be computed on here: each kernels that open, on 1, 2, 3 and 8 threads.
final class Computes {
  private static final int[] THREADS = {1, 2, 3, 8};

  /// Kept, because their threads live as long as the process.
  private static final List<Compute> ALL = all();

  private Computes() {}

  /// The plain kernels on one thread.
  static Compute reference() {
    return ALL.getFirst();
  }

  /// All others.
  static List<Compute> others() {
    return ALL.subList(1, ALL.size());
  }

  private static List<Compute> all() {
    List<Kernels> kernels = new ArrayList<>(List.of(new ScalarKernels()));
    ServiceLoader.load(KernelProvider.class)
        .forEach(provider -> provider.open().ifPresent(kernels::add));
    List<Compute> all = new ArrayList<>();
    for (Kernels each : kernels) {
      for (int threads : THREADS) {
        all.add(Compute.on(each, threads));
      }
    }
    return List.copyOf(all);
  }
}
