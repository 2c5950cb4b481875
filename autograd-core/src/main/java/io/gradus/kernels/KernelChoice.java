package io.gradus.kernels;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// Which kernels and how many threads a process computes on, as its system properties say.
public final class KernelChoice {
  /// The property that asks for kernels by name.
  public static final String KERNELS = "gradus.kernels";

  /// The property that says how many threads work.
  public static final String THREADS = "gradus.threads";

  /// A worker spins for a while, so that more of them than any machine has processors are a
  /// mistake.
  private static final int MOST_THREADS = 1024;

  private static final String SCALAR = "scalar";

  private KernelChoice() {}

  /// Those that `-Dgradus.kernels` names, else the best that open here.
  ///
  /// @throws IllegalStateException if those that are asked for are not there or do not open
  public static Kernels kernels() {
    return kernels(
        Optional.ofNullable(System.getProperty(KERNELS)),
        ServiceLoader.load(KernelProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  static Kernels kernels(Optional<String> asked, List<KernelProvider> providers) {
    if (asked.isEmpty()) {
      return providers.stream()
          .sorted(Comparator.comparingInt(KernelProvider::priority).reversed())
          .flatMap(provider -> provider.open().stream())
          .findFirst()
          .orElseGet(ScalarKernels::new);
    }
    String name = asked.get();
    if (name.equals(SCALAR)) {
      return new ScalarKernels();
    }
    List<KernelProvider> named =
        providers.stream().filter(provider -> provider.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new IllegalStateException(
          "-D%s=%s: there are no such kernels; there are %s"
              .formatted(
                  KERNELS,
                  name,
                  providers.stream()
                      .map(KernelProvider::name)
                      .sorted()
                      .collect(Collectors.joining(", ", SCALAR + " ", ""))
                      .strip()));
    }
    return named
        .getFirst()
        .open()
        .orElseThrow(() ->
            new IllegalStateException(
                "-D%s=%s: this JVM cannot run them; is a module missing from its path?"
                    .formatted(KERNELS, name)));
  }

  /// What `-Dgradus.threads` says, else the number of processors.
  ///
  /// @throws IllegalStateException if it is no number of threads
  public static int threads() {
    String asked = System.getProperty(THREADS);
    if (asked == null) {
      return Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
    }
    try {
      int threads = Integer.parseInt(asked);
      if (threads >= 1 && threads <= MOST_THREADS) {
        return threads;
      }
    } catch (NumberFormatException _) {
      // said below, with every other value that is no number of threads
    }
    throw new IllegalStateException(
        "-D%s=%s is not a number of threads from 1 to %d".formatted(THREADS, asked, MOST_THREADS));
  }
}
