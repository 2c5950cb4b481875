package io.gradus.testkit;

import io.gradus.kernels.Kernels;
import io.gradus.kernels.ScalarKernels;

class PlainKernelsTest implements KernelsContract {
  @Override
  public Kernels kernels() {
    return new ScalarKernels();
  }
}
