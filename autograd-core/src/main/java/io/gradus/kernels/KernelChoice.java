package io.gradus.kernels;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which kernels and how many threads a process computes on, as its system properties say.
public final class KernelChoice {
  /// The property that asks for kernels by name.
  public static final String KERNELS = "gradus.kernels";

  /// The property that says how many threads work.
  public static final String THREADS = "gradus.threads";

  /// More threads than any machine has processors are a mistake.
  public static final int MOST_THREADS = 1024;

  private static final String SCALAR = "scalar";

  private KernelChoice() {}

  /// Those that `-Dgradus.kernels` names, else the best that open here.
  ///
  /// @throws KernelChoiceException if those that are asked for are not there or do not open
  public static Kernels kernels() {
    String asked = System.getProperty(KERNELS);
    if (SCALAR.equals(asked)) {
      return new ScalarKernels();
    }
    List<KernelProvider> providers =
        ServiceLoader.load(KernelProvider.class).stream().map(ServiceLoader.Provider::get).toList();
    return asked == null ? best(providers) : named(asked, providers);
  }

  private static Kernels best(List<KernelProvider> providers) {
    return providers.stream()
        .sorted(Comparator.comparingInt(KernelProvider::priority).reversed())
        .flatMap(provider -> provider.open().stream())
        .findFirst()
        .orElseGet(ScalarKernels::new);
  }

  private static Kernels named(String name, List<KernelProvider> providers) {
    List<KernelProvider> named =
        providers.stream().filter(provider -> provider.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new KernelChoiceException(
          "-D%s=%s: there are no such kernels; there are %s"
              .formatted(
                  KERNELS,
                  name,
                  Stream.concat(Stream.of(SCALAR), providers.stream().map(KernelProvider::name))
                      .collect(Collectors.joining(", "))));
    }
    return named
        .getFirst()
        .open()
        .orElseThrow(() ->
            new KernelChoiceException(
                "-D%s=%s: this JVM cannot run them; is a module missing from its path?"
                    .formatted(KERNELS, name)));
  }

  /// What `-Dgradus.threads` says, else the number of processors.
  ///
  /// @throws KernelChoiceException if it is no number of threads
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
    throw new KernelChoiceException(
        "-D%s=%s is not a number of threads from 1 to %d".formatted(THREADS, asked, MOST_THREADS));
  }
}
