package io.gradus.tensor;

import static io.gradus.tensor.Numbers.ANY;
import static io.gradus.tensor.Numbers.POSITIVE;

import io.gradus.kernels.Gate;
import io.gradus.tensor.Operations.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The operations that are one kernel and equal to a composition, with inputs to try them on.
final class FusedOperations {
  private FusedOperations() {}

  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    samples.addAll(rows());
    samples.addAll(columns());
    samples.addAll(activations());
    samples.addAll(attention());
    samples.addAll(losses());
    return samples;
  }

  private static List<Sample> rows() {
    List<Sample> samples = new ArrayList<>();
    for (int[] shape : new int[][] {{3}, {2, 5}, {2, 3, 19}, {2, 1}, {2, 0}, {0, 3}}) {
      Tensor x = ANY.tensor(shape);
      Tensor y = ANY.other(shape);
      samples.add(new Sample(new RowOperation.Softmax(), x));
      samples.add(new Sample(new RowOperation.LogSoftmax(), x));
      samples.add(new Sample(new RowOperation.SoftmaxGradient(), x, y));
      samples.add(new Sample(new RowOperation.LogSoftmaxGradient(), x, y));
      Tensor gain = ANY.other(x.shape().length(-1));
      Tensor bias = ANY.tensor(x.shape().length(-1));
      samples.add(new Sample(new RowOperation.LayerNorm(0.01), x, gain, bias));
      samples.add(new Sample(new RowOperation.LayerNormGradient(0.01), y, x, gain));
    }
    return samples;
  }

  private static List<Sample> activations() {
    List<Sample> samples = new ArrayList<>();
    for (int[] shape : new int[][] {{}, {3}, {2, 1, 17}, {2, 0}}) {
      for (Gate gate : Gate.values()) {
        Tensor x = ANY.tensor(shape);
        samples.add(new Sample(new Activation.Gated(gate), x));
        samples.add(new Sample(new Activation.GatedGradient(gate), ANY.other(shape), x));
      }
    }
    return samples;
  }

  private static List<Sample> losses() {
    List<Sample> samples = new ArrayList<>();
    for (int[] shape : new int[][] {{3}, {2, 5}, {2, 3, 19}, {2, 1}, {0, 3}}) {
      Tensor x = ANY.tensor(shape);
      Shape rows = x.shape().with(-1, 1);
      int[] places = new int[rows.size()];
      Arrays.setAll(places, i -> (2 * i + 1) % x.shape().length(-1));
      Indices classes = Indices.of(places, rows.lengths());
      Tensor dy = ANY.other(rows.without(-1).lengths());
      samples.add(new Sample(new LossOperation.CrossEntropy(classes), x));
      samples.add(new Sample(new LossOperation.CrossEntropyGradient(classes), dy, x));
    }
    return samples;
  }

  /// Heads shorter and longer than what is worked on together.
  private static List<Sample> attention() {
    List<Sample> samples = new ArrayList<>();
    for (int[] shape : new int[][] {{1, 1, 1, 1}, {2, 2, 3, 4}, {1, 2, 5, 3}, {1, 1, 66, 1}}) {
      Tensor q = ANY.tensor(shape);
      Tensor k = ANY.other(shape);
      Tensor v = POSITIVE.tensor(shape);
      samples.add(new Sample(new AttentionOperation.Causal(), q, k, v));
      samples.add(
          new Sample(new AttentionOperation.CausalGradient(), v, q, k, POSITIVE.other(shape)));
      Tensor joined = ANY.tensor(shape[0], shape[2], 3 * shape[1] * shape[3]);
      samples.add(new Sample(new AttentionOperation.CausalSelf(shape[1]), joined));
    }
    // weights that are saved in two blocks
    samples.add(new Sample(new AttentionOperation.CausalSelf(1), ANY.tensor(1, 40, 3 * 14)));
    return samples;
  }

  /// Operations of the columns of a matrix.
  private static List<Sample> columns() {
    List<Sample> samples = new ArrayList<>();
    for (int[] shape : new int[][] {{2, 3}, {5, 1}, {7, 19}, {3, 40}, {3, 0}}) {
      Tensor x = ANY.tensor(shape);
      Tensor y = ANY.other(shape);
      Tensor gain = ANY.other(shape[1]);
      Tensor bias = ANY.tensor(shape[1]);
      for (int correction : new int[] {0, 1}) {
        var norm = new ColumnOperation.BatchNorm(correction, 0.01);
        samples.add(new Sample(norm, x, gain, bias));
        var gradient = new ColumnOperation.BatchNormGradient(correction, 0.01);
        samples.add(new Sample(gradient, y, x, gain));
      }
    }
    return samples;
  }
}
