package io.gradus.optimizers;

import static java.util.Map.entry;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The optimizers and schedules of gradus itself.
public final class OptimizersCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.ofEntries(
        entry("sgd", Sgd.class),
        entry("adam", Adam.class),
        entry("adamw", AdamW.class),
        entry("rmsprop", Rmsprop.class),
        entry("adagrad", Adagrad.class),
        entry("lion", Lion.class),
        entry("muon", Muon.class),
        entry("constant", Constant.class),
        entry("linear", Linear.class),
        entry("step", Stepped.class),
        entry("multistep", Multistep.class),
        entry("exponential", Exponential.class),
        entry("cosine", Cosine.class),
        entry("cosine-restarts", CosineRestarts.class),
        entry("polynomial", Polynomial.class),
        entry("one-cycle", OneCycle.class),
        entry("warmup-cosine", WarmupCosine.class),
        entry("warmup-stable-decay", WarmupStableDecay.class),
        entry("chained", Chained.class));
  }
}
