package io.gradus.models.makemore;

import io.gradus.tensor.Losses;
import io.gradus.tensor.Normalisations;
import io.gradus.tensor.Tensor;

/// The last exercise of the lecture: the same gradients in as few formulas as paper and pencil
/// leave.
///
/// With the second exercise cross entropy is one, with the third batch norm is one.
final class FusedBackward {
  private FusedBackward() {}

  static Worked of(MlpWeights weights, TokenBatch batch) {
    int n = batch.size();
    Tensor emb = weights.c().value().embedding(batch.tokens()); // (B, T, E)
    Tensor embcat = emb.reshape(n, -1); // (B, T·E)
    Tensor hprebn = embcat.affine(weights.w1().value(), weights.b1().value()); // (B, H)
    var statistics = Normalisations.Statistics.of(hprebn, 1, 0);
    Tensor bnvarInv = statistics.variance().add(Worked.EPS).pow(-0.5); // (1, H)
    Tensor bnraw = hprebn.sub(statistics.mean()).mul(bnvarInv);
    Tensor hpreact = weights.bngain().value().mul(bnraw).add(weights.bnbias().value());
    Tensor h = hpreact.tanh();
    Tensor logits = h.affine(weights.w2().value(), weights.b2().value()); // (B, V)
    Tensor loss = Losses.crossEntropy(logits, batch.answers());

    var notes = new Worked.Notes();
    Tensor dlogits = notes.note("logits", crossEntropy(logits, batch));
    Tensor dh = notes.note("h", dlogits.matmul(weights.w2().value().transpose()));
    notes.note("W2", h.transpose().matmul(dlogits));
    notes.note("b2", dlogits.sum(0));
    Tensor dhpreact = notes.note("hpreact", h.square().neg().add(1).mul(dh));
    notes.note("bngain", bnraw.mul(dhpreact).sum(0));
    notes.note("bnbias", dhpreact.sum(0));
    Tensor gain = weights.bngain().value();
    Tensor dhprebn = notes.note("hprebn", batchNorm(dhpreact, bnraw, bnvarInv, gain));
    Tensor dembcat = notes.note("embcat", dhprebn.matmul(weights.w1().value().transpose()));
    notes.note("W1", embcat.transpose().matmul(dhprebn));
    notes.note("b1", dhprebn.sum(0));
    Tensor demb = notes.note("emb", dembcat.reshape(emb.shape()));
    notes.note("C", batch.summedByToken(demb, weights.c().value()));
    return new Worked(loss, statistics.mean(), statistics.variance(), notes.found());
  }

  /// `dlogits = (softmax(logits) - onehot) / n`: each score is pulled down by its probability, and
  /// the right one up by 1.
  static Tensor crossEntropy(Tensor logits, TokenBatch batch) {
    return logits.softmax(1).sub(batch.oneHotAnswers(logits)).div(batch.size());
  }

  /// `dhprebn = bngain·bnvar_inv/n · (n·dhpreact - Σ dhpreact - n/(n-1)·bnraw·Σ dhpreact·bnraw)`,
  /// the sums over the batch.
  static Tensor batchNorm(Tensor dhpreact, Tensor bnraw, Tensor bnvarInv, Tensor bngain) {
    double n = dhpreact.shape().length(0);
    Tensor along = bnraw.mul(n / (n - 1)).mul(dhpreact.mul(bnraw).sumKeeping(0));
    Tensor centred = dhpreact.mul(n).sub(dhpreact.sumKeeping(0)).sub(along);
    return bngain.mul(bnvarInv).div(n).mul(centred);
  }
}
