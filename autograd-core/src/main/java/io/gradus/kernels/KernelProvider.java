package io.gradus.kernels;

import java.util.Optional;

/// Offers kernels to whoever has its jar on the path; found by the ServiceLoader.
public interface KernelProvider {
  /// The name by which `-Dgradus.kernels` asks for them.
  String name();

  /// Of the kernels that open, those of the highest priority are the default; the plain ones have
  /// 0.
  int priority();

  /// The kernels, or empty where this machine or this JVM cannot run them. A provider does not
  /// touch what might be missing before it has asked for it.
  Optional<Kernels> open();
}
