package io.gradus.tensor;

import java.util.List;

/// Losses that are one kernel, with their gradients.
public sealed interface LossOperation extends Fused {
  /// `y = -ln softmax(x)` at one class of each row, so `dx = dy·(softmax(x) - 1 at the class)`.
  ///
  /// @param classes in the shape of the scores, but for the last axis, whose length is 1
  record CrossEntropy(Indices classes) implements LossOperation, Saving {
    @Override
    public String formula() {
      return "y = ln Σ e^x - x at the class; dx = dy·(softmax x - 1 at the class)";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> Rows.crossEntropy(inputs.getFirst(), classes);
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    /// The softmax is saved.
    @Override
    public Result forwardSaving(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> Rows.crossEntropyWithSoftmax(inputs.getFirst(), classes);
        case FLOAT64 -> new Result(forward(inputs), List.of());
      };
    }

    @Override
    public List<Tensor> gradients(Tensor dy, List<Tensor> inputs, List<Tensor> saved) {
      return List.of(Rows.crossEntropyGradient(dy, saved.getFirst(), classes));
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return Tensor.made(new CrossEntropyGradient(classes), dy, inputs.getFirst());
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      return inputs.getFirst().logSoftmax(-1).gather(-1, classes).squeeze(-1).neg();
    }
  }

  /// What [CrossEntropy] hands back, of `dy` and of the scores.
  record CrossEntropyGradient(Indices classes) implements LossOperation {
    @Override
    public String formula() {
      return "x = dy·(softmax x - 1 at the class)";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> {
          Tensor softmax = Rows.crossEntropyWithSoftmax(inputs.get(1), classes).saved().getFirst();
          yield Rows.crossEntropyGradient(inputs.get(0), softmax, classes);
        }
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor x = inputs.get(1);
      Tensor less = inputs.get(0).neg().unsqueeze(-1);
      Tensor chosen =
          Tensor.made(new Selection.Scatter(x.shape().rank() - 1, classes, x.shape()), less);
      return chosen.sub(x.logSoftmax(-1).exp().mul(chosen.sumKeeping(-1)));
    }
  }
}
