package io.gradus.testkit;

import io.gradus.kernels.KernelProvider;
import io.gradus.kernels.Kernels;
import java.util.ServiceLoader;

class VectorKernelsTest implements KernelsContract {
  @Override
  public Kernels kernels() {
    return ServiceLoader.load(KernelProvider.class)
        .findFirst()
        .flatMap(KernelProvider::open)
        .orElseThrow();
  }
}
