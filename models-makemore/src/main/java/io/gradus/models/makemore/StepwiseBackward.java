package io.gradus.models.makemore;

import io.gradus.tensor.Tensor;

/// The first exercise of makemore's lecture "becoming a backprop ninja": back through every step of
/// [ForwardSteps], one line each.
///
/// `dx` is the gradient of the loss with respect to x and has its shape. What was repeated on the
/// way there is summed on the way back; what is used twice has the sum of two gradients.
final class StepwiseBackward {
  private final MlpWeights weights;
  private final TokenBatch batch;
  private final ForwardSteps f;
  private final int n;
  private final Worked.Notes notes = new Worked.Notes();

  private StepwiseBackward(MlpWeights weights, TokenBatch batch) {
    this.weights = weights;
    this.batch = batch;
    this.f = ForwardSteps.of(weights, batch);
    this.n = batch.size();
  }

  static Worked of(MlpWeights weights, TokenBatch batch) {
    var way = new StepwiseBackward(weights, batch);
    Tensor dlogits = way.throughCrossEntropy();
    Tensor dhpreact = way.throughSecondLayer(dlogits);
    Tensor dhprebn = way.throughBatchNorm(dhpreact);
    way.throughFirstLayer(dhprebn);
    return new Worked(way.f.loss(), way.f.bnmeani(), way.f.bnvar(), way.notes.found());
  }

  private Tensor d(String name, Tensor gradient) {
    return notes.note(name, gradient);
  }

  private Tensor throughCrossEntropy() {
    Tensor oneHot = batch.oneHotAnswers(f.logits());
    // loss = -mean of logprobs at the answers
    Tensor dlogprobs = d("logprobs", oneHot.mul(-1.0 / n));
    // ln x has the slope 1/x
    Tensor dprobs = d("probs", dlogprobs.div(f.probs()));
    // probs = counts · counts_sum_inv, which was repeated along the rows
    Tensor dcountsSumInv = d("counts_sum_inv", f.counts().mul(dprobs).sumKeeping(1));
    // x⁻¹ has the slope -x⁻²
    Tensor dcountsSum = d("counts_sum", f.countsSum().pow(-2).neg().mul(dcountsSumInv));
    // counts went into probs and into their sum
    Tensor dcounts = d("counts", f.countsSumInv().mul(dprobs).add(dcountsSum));
    // eˣ is its own slope
    Tensor dnormLogits = d("norm_logits", f.counts().mul(dcounts));
    // a shift of all scores changes nothing: these are zeros, but for rounding
    Tensor dlogitMaxes = d("logit_maxes", dnormLogits.neg().sumKeeping(1));
    // the largest of a row is its maximum; of several, each has its share
    Tensor largest = f.logits().equalTo(f.logitMaxes()).numbers(f.logits().dtype());
    Tensor share = largest.div(largest.sumKeeping(1));
    return d("logits", dnormLogits.add(share.mul(dlogitMaxes)));
  }

  private Tensor throughSecondLayer(Tensor dlogits) {
    // logits = h·W2 + b2
    Tensor dh = d("h", dlogits.matmul(weights.w2().value().transpose()));
    d("W2", f.h().transpose().matmul(dlogits));
    d("b2", dlogits.sum(0));
    // tanh x has the slope 1 - tanh² x
    return d("hpreact", f.h().pow(2).neg().add(1).mul(dh));
  }

  private Tensor throughBatchNorm(Tensor dhpreact) {
    // hpreact = bngain · bnraw + bnbias
    d("bngain", f.bnraw().mul(dhpreact).sum(0));
    d("bnbias", dhpreact.sum(0));
    Tensor dbnraw = d("bnraw", weights.bngain().value().mul(dhpreact));
    // bnraw = bndiff · bnvar_inv
    Tensor dbnvarInv = d("bnvar_inv", f.bndiff().mul(dbnraw).sumKeeping(0));
    // (x + ε)^-½ has the slope -½ (x + ε)^-3/2
    Tensor slope = f.bnvar().add(Worked.EPS).pow(-1.5).mul(-0.5);
    Tensor dbnvar = d("bnvar", slope.mul(dbnvarInv));
    // bnvar = Σ bndiff2 / (n - 1)
    Tensor dbndiff2 = d("bndiff2", dbnvar.mul(1.0 / (n - 1)).expand(f.bndiff2().shape()));
    // bndiff went into bnraw and, squared, into the variance
    Tensor dbndiff = d("bndiff", f.bnvarInv().mul(dbnraw).add(f.bndiff().mul(2).mul(dbndiff2)));
    // bndiff = hprebn - bnmeani, which was repeated along the batch
    Tensor dbnmeani = d("bnmeani", dbndiff.neg().sumKeeping(0));
    // hprebn went into bndiff and into its mean
    return d("hprebn", dbndiff.add(dbnmeani.mul(1.0 / n)));
  }

  private void throughFirstLayer(Tensor dhprebn) {
    // hprebn = embcat·W1 + b1
    Tensor dembcat = d("embcat", dhprebn.matmul(weights.w1().value().transpose()));
    d("W1", f.embcat().transpose().matmul(dhprebn));
    d("b1", dhprebn.sum(0));
    Tensor demb = d("emb", dembcat.reshape(f.emb().shape()));
    // each row of C has the sum over all places where its token stood
    d("C", batch.summedByToken(demb, weights.c().value()));
  }
}
