package io.gradus.nn.network;

import io.gradus.nn.Slice;
import io.gradus.tensor.Buffer;
import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;

/// A buffer of the tensor engine.
public record BufferSlice(String name, Buffer buffer) implements Slice {
  @Override
  public int[] shape() {
    return buffer.value().shape().lengths();
  }

  @Override
  public DType type() {
    return buffer.value().dtype();
  }

  @Override
  public int size() {
    return buffer.value().shape().size();
  }

  @Override
  public boolean learned() {
    return false;
  }

  @Override
  public void read(int from, double[] out, int count) {
    buffer.value().read(from, out, count);
  }

  @Override
  public void readGradient(int from, double[] out, int count) {
    throw new UnsupportedOperationException("'" + name + "' is a buffer and has no gradient");
  }

  @Override
  public void zeroGradient() {
    // nothing to forget
  }

  @Override
  public void write(int from, double[] numbers, int count) {
    double[] all = new double[size()];
    read(all);
    System.arraycopy(numbers, 0, all, from, count);
    buffer.update(Tensor.of(all, type(), Shape.of(shape())));
  }
}
