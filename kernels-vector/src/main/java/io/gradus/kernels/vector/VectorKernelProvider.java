package io.gradus.kernels.vector;

import io.gradus.kernels.KernelProvider;
import io.gradus.kernels.Kernels;
import java.util.Optional;

/// Offers [VectorKernels] where the JVM has the Vector API.
///
/// This class names no vector type: the ServiceLoader must be able to make it where the module is
/// missing.
public final class VectorKernelProvider implements KernelProvider {
  @Override
  public String name() {
    return "vector";
  }

  @Override
  public int priority() {
    return 10;
  }

  @Override
  public Optional<Kernels> open() {
    ModuleLayer layer =
        Optional.ofNullable(getClass().getModule().getLayer()).orElse(ModuleLayer.boot());
    return layer.findModule("jdk.incubator.vector").map(_ -> new VectorKernels());
  }
}
