package io.gradus.experiments.run;

import io.gradus.nn.Slice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Numbers as they stand in a file: little-endian, row-major.
///
/// @param dtype as safetensors names it: `F32`, `F64` or `I64`
public record TensorBytes(String dtype, long[] shape, byte[] bytes) {
  /// How many bytes a number takes, by dtype.
  static final SortedMap<String, Integer> WIDTHS =
      Collections.unmodifiableSortedMap(new TreeMap<>(Map.of("F32", 4, "F64", 8, "I64", 8)));

  static TensorBytes of(double[] numbers, int... shape) {
    byte[] bytes = new byte[Math.multiplyExact(8, numbers.length)];
    littleEndian(bytes).asDoubleBuffer().put(numbers);
    return new TensorBytes("F64", Arrays.stream(shape).asLongStream().toArray(), bytes);
  }

  static TensorBytes of(float[] numbers, int... shape) {
    byte[] bytes = new byte[Math.multiplyExact(4, numbers.length)];
    littleEndian(bytes).asFloatBuffer().put(numbers);
    return new TensorBytes("F32", Arrays.stream(shape).asLongStream().toArray(), bytes);
  }

  static TensorBytes of(long[] numbers) {
    byte[] bytes = new byte[Math.multiplyExact(8, numbers.length)];
    littleEndian(bytes).asLongBuffer().put(numbers);
    return new TensorBytes("I64", new long[] {numbers.length}, bytes);
  }

  /// The numbers of a slice, in its own type.
  static TensorBytes of(Slice slice) {
    double[] numbers = new double[slice.size()];
    slice.read(numbers);
    return switch (slice.type()) {
      case FLOAT64 -> of(numbers, slice.shape());
      case FLOAT32 -> {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
          floats[i] = (float) numbers[i];
        }
        yield of(floats, slice.shape());
      }
    };
  }

  /// The numbers of an `F64` or an `F32`; a [RunException] for another dtype.
  public double[] numbers() {
    if (!dtype.equals("F32")) {
      return doubles();
    }
    float[] floats = floats();
    double[] numbers = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      numbers[i] = floats[i];
    }
    return numbers;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// The numbers of an `F64`; a [RunException] for another dtype.
  public double[] doubles() {
    double[] numbers = new double[require("F64").remaining() / 8];
    require("F64").asDoubleBuffer().get(numbers);
    return numbers;
  }

  /// The numbers of an `F32`; a [RunException] for another dtype.
  public float[] floats() {
    float[] numbers = new float[require("F32").remaining() / 4];
    require("F32").asFloatBuffer().get(numbers);
    return numbers;
  }

  /// The numbers of an `I64`; a [RunException] for another dtype.
  public long[] longs() {
    long[] numbers = new long[require("I64").remaining() / 8];
    require("I64").asLongBuffer().get(numbers);
    return numbers;
  }

  private ByteBuffer require(String wanted) {
    if (!dtype.equals(wanted)) {
      throw new RunException(
          "%s is stored where numbers of the dtype %s belong".formatted(inWords(), wanted));
    }
    return littleEndian(bytes);
  }

  /// The same, where it is of this dtype; a [RunException] that names it where it is of another.
  TensorBytes as(String wanted, String name) {
    if (!dtype.equals(wanted)) {
      throw new RunException("'%s' is %s, not %s".formatted(name, inWords(), wanted));
    }
    return this;
  }

  /// `F64[2, 3]`.
  public String inWords() {
    return dtype + Arrays.toString(shape);
  }
}
