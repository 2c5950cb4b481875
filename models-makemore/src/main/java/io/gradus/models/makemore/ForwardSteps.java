package io.gradus.models.makemore;

import io.gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The forward pass in steps so small that each can be taken back by itself; the components are the
/// lecture's names.
///
/// B examples of T tokens, E numbers a token, H hidden neurons, V tokens in the vocabulary; n = B.
record ForwardSteps(
    Tensor emb,
    Tensor embcat,
    Tensor hprebn,
    Tensor bnmeani,
    Tensor bndiff,
    Tensor bndiff2,
    Tensor bnvar,
    Tensor bnvarInv,
    Tensor bnraw,
    Tensor hpreact,
    Tensor h,
    Tensor logits,
    Tensor logitMaxes,
    Tensor normLogits,
    Tensor counts,
    Tensor countsSum,
    Tensor countsSumInv,
    Tensor probs,
    Tensor logprobs,
    Tensor loss) {
  static ForwardSteps of(MlpWeights weights, TokenBatch batch) {
    int n = batch.size();
    Tensor emb = weights.c().value().embedding(batch.tokens()); // (B, T, E)
    Tensor embcat = emb.reshape(n, -1); // (B, T·E)
    Tensor hprebn = embcat.matmul(weights.w1().value()).add(weights.b1().value()); // (B, H)
    // batch norm
    Tensor bnmeani = hprebn.sumKeeping(0).mul(1.0 / n); // (1, H)
    Tensor bndiff = hprebn.sub(bnmeani); // (B, H)
    Tensor bndiff2 = bndiff.pow(2);
    Tensor bnvar = bndiff2.sumKeeping(0).mul(1.0 / (n - 1)); // (1, H), unbiased
    Tensor bnvarInv = bnvar.add(Worked.EPS).pow(-0.5);
    Tensor bnraw = bndiff.mul(bnvarInv); // (B, H)
    Tensor hpreact = weights.bngain().value().mul(bnraw).add(weights.bnbias().value());
    Tensor h = hpreact.tanh();
    Tensor logits = h.matmul(weights.w2().value()).add(weights.b2().value()); // (B, V)
    // cross entropy
    Tensor logitMaxes = logits.max(1, true); // (B, 1), so that no exponential overflows
    Tensor normLogits = logits.sub(logitMaxes); // (B, V)
    Tensor counts = normLogits.exp();
    Tensor countsSum = counts.sumKeeping(1); // (B, 1)
    Tensor countsSumInv = countsSum.pow(-1);
    Tensor probs = counts.mul(countsSumInv); // (B, V)
    Tensor logprobs = probs.log();
    Tensor loss = logprobs.gather(1, batch.answers().reshape(n, 1)).mean().neg();
    return new ForwardSteps(
        emb,
        embcat,
        hprebn,
        bnmeani,
        bndiff,
        bndiff2,
        bnvar,
        bnvarInv,
        bnraw,
        hpreact,
        h,
        logits,
        logitMaxes,
        normLogits,
        counts,
        countsSum,
        countsSumInv,
        probs,
        logprobs,
        loss);
  }

  /// Everything that has a gradient, the parameters too, by the lecture's names.
  SequencedMap<String, Tensor> named(MlpWeights weights) {
    SequencedMap<String, Tensor> named = new LinkedHashMap<>();
    named.put("emb", emb);
    named.put("embcat", embcat);
    named.put("hprebn", hprebn);
    named.put("bnmeani", bnmeani);
    named.put("bndiff", bndiff);
    named.put("bndiff2", bndiff2);
    named.put("bnvar", bnvar);
    named.put("bnvar_inv", bnvarInv);
    named.put("bnraw", bnraw);
    named.put("hpreact", hpreact);
    named.put("h", h);
    named.put("logits", logits);
    named.put("logit_maxes", logitMaxes);
    named.put("norm_logits", normLogits);
    named.put("counts", counts);
    named.put("counts_sum", countsSum);
    named.put("counts_sum_inv", countsSumInv);
    named.put("probs", probs);
    named.put("logprobs", logprobs);
    weights.all().forEach(parameter -> named.put(parameter.name(), parameter.value()));
    return named;
  }
}
