package io.gradus.kernels;

/// An array that each thread keeps from call to call, for what lies between numbers and results: a
/// new one each time would come from memory, and not from a cache.
public final class ThreadArray {
  private final ThreadLocal<float[]> arrays = ThreadLocal.withInitial(() -> new float[0]);

  /// The calling thread's array, with room for so many numbers, whatever they are.
  public float[] ofAtLeast(int length) {
    float[] array = arrays.get();
    if (array.length < length) {
      array = new float[length];
      arrays.set(array);
    }
    return array;
  }
}
