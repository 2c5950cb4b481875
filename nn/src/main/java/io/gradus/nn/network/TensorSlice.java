package io.gradus.nn.network;

import io.gradus.nn.Slice;
import io.gradus.tensor.DType;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/// A parameter of the tensor engine, with the gradient that the last backward pass found.
public final class TensorSlice implements Slice {
  private final String name;
  private final Parameter parameter;
  private final boolean learned;
  private Optional<Tensor> gradient = Optional.empty();

  /// A parameter without a gradient yet.
  ///
  /// @param learned whether an optimizer moves it
  public TensorSlice(String name, Parameter parameter, boolean learned) {
    this.name = name;
    this.parameter = parameter;
    this.learned = learned;
  }

  Parameter parameter() {
    return parameter;
  }

  /// Takes the gradient of a backward pass; absent where the loss does not depend on it.
  public void found(Optional<Tensor> next) {
    gradient = next.map(Tensor::packed);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int[] shape() {
    return parameter.value().shape().lengths();
  }

  @Override
  public DType type() {
    return parameter.value().dtype();
  }

  @Override
  public int size() {
    return parameter.value().shape().size();
  }

  @Override
  public boolean learned() {
    return learned;
  }

  @Override
  public void read(int from, double[] out, int count) {
    parameter.read(from, out, count);
  }

  @Override
  public void readGradient(int from, double[] out, int count) {
    if (gradient.isPresent()) {
      gradient.get().read(from, out, count);
    } else {
      Arrays.fill(out, 0, count, 0);
    }
  }

  @Override
  public boolean descend(double rate) {
    return gradient.isPresent() ? parameter.descend(gradient.get(), rate) : parameter.isFinite();
  }

  @Override
  public boolean movable() {
    return gradient.isPresent() && parameter.movableAlong(gradient.get());
  }

  @Override
  public boolean move(Mover mover) {
    Tensor slope = gradient.orElseThrow(() -> new IllegalStateException(name + " has no gradient"));
    return parameter.move(slope, mover::move);
  }

  @Override
  public void zeroGradient() {
    gradient = Optional.empty();
  }

  @Override
  public void write(int from, double[] numbers, int count) {
    parameter.write(from, numbers, count);
  }
}
