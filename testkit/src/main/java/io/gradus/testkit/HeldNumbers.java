package io.gradus.testkit;

import io.gradus.nn.Layer;
import io.gradus.nn.Model;
import io.gradus.nn.Parameters;
import io.gradus.nn.Slice;
import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The parameters and buffers of a layer, as a checkpoint wants to see them.
record HeldNumbers(List<Slice> parameters, List<Slice> buffers) implements Model {
  static HeldNumbers of(Layer layer) {
    Parameters held = LayerSample.parameters(layer);
    return new HeldNumbers(
        held.learned().stream()
            .<Slice>map(each -> new Held(each.name(), each.value()::value, each.value()::update))
            .toList(),
        held.kept().stream()
            .<Slice>map(each -> new Held(each.name(), each.value()::value, each.value()::update))
            .toList());
  }

  /// One tensor of them, which has no gradients.
  private record Held(String name, Supplier<Tensor> value, Consumer<Tensor> update)
      implements Slice {
    @Override
    public int[] shape() {
      return value.get().shape().lengths();
    }

    @Override
    public DType type() {
      return value.get().dtype();
    }

    @Override
    public int size() {
      return value.get().shape().size();
    }

    @Override
    public void read(int from, double[] out, int count) {
      value.get().read(from, out, count);
    }

    @Override
    public void readGradient(int from, double[] out, int count) {
      Arrays.fill(out, 0, count, 0);
    }

    @Override
    public void zeroGradient() {
      // there are none
    }

    @Override
    public void write(int from, double[] numbers, int count) {
      double[] all = value.get().toDoubles();
      System.arraycopy(numbers, 0, all, from, count);
      update.accept(Tensor.of(all, type(), value.get().shape()));
    }
  }
}
