import org.jspecify.annotations.NullMarked;

/// The kernels on the JDK's Vector API. Without this module everything works the same, slower.
@NullMarked
module io.gradus.kernels.vector {
  requires static org.jspecify;
  requires io.gradus.autograd;
  requires jdk.incubator.vector;

  provides io.gradus.kernels.KernelProvider with
      io.gradus.kernels.vector.VectorKernelProvider;
}
