package io.gradus.models.makemore;

import io.gradus.nn.GradientComparison;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// The lecture's `cmp`: every gradient by hand against autograd.
final class GradientTable {
  private GradientTable() {}

  /// The stepwise gradients in the order of the exercise, then the fused ones of what comes before
  /// cross entropy and before batch norm: each from autograd's gradient behind it.
  static List<GradientComparison> of(MlpWeights weights, TokenBatch batch) {
    ForwardSteps forward = ForwardSteps.of(weights, batch);
    Gradients autograd = Autograd.backward(forward.loss());
    return Autograd.withoutGraph(() -> {
      SequencedMap<String, Tensor> byHand = StepwiseBackward.of(weights, batch).gradients();
      List<GradientComparison> rows =
          new ArrayList<>(rows(byHand, forward.named(weights), autograd));
      Tensor dlogits = FusedBackward.crossEntropy(forward.logits(), batch);
      Tensor dhpreact = autograd.of(forward.hpreact());
      Tensor gain = weights.bngain().value();
      Tensor dhprebn = FusedBackward.batchNorm(dhpreact, forward.bnraw(), forward.bnvarInv(), gain);
      rows.add(GradientComparison.of("logits (fused)", dlogits, autograd.of(forward.logits())));
      rows.add(GradientComparison.of("hprebn (fused)", dhprebn, autograd.of(forward.hprebn())));
      return rows;
    });
  }

  /// A row for each gradient that was found by hand.
  static List<GradientComparison> rows(
      SequencedMap<String, Tensor> byHand, SequencedMap<String, Tensor> of, Gradients autograd) {
    List<GradientComparison> rows = new ArrayList<>();
    byHand.forEach((name, gradient) -> {
      Tensor value = of.get(name);
      if (value == null) {
        throw new IllegalStateException("nothing is called '" + name + "'");
      }
      rows.add(GradientComparison.of(name, gradient, autograd.of(value)));
    });
    return rows;
  }
}
