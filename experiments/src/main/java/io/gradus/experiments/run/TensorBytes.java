package io.gradus.experiments.run;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Numbers as they stand in a file: little-endian, row-major.
///
/// @param dtype as safetensors names it: `F64` or `I64`
record TensorBytes(String dtype, long[] shape, byte[] bytes) {
  static TensorBytes of(double[] numbers, int... shape) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asDoubleBuffer().put(numbers);
    return new TensorBytes("F64", Arrays.stream(shape).asLongStream().toArray(), buffer.array());
  }

  static TensorBytes of(long[] numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asLongBuffer().put(numbers);
    return new TensorBytes("I64", new long[] {numbers.length}, buffer.array());
  }

  double[] doubles() {
    double[] numbers = new double[bytes.length / 8];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
    return numbers;
  }

  long[] longs() {
    long[] numbers = new long[bytes.length / 8];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(numbers);
    return numbers;
  }
}
