package io.gradus.nn.layers;

import io.gradus.plugin.Catalog;
import java.util.Map;

/// The layers of gradus itself.
public final class LayersCatalog implements Catalog {
  @Override
  public Map<String, Class<? extends Record>> types() {
    return Map.ofEntries(
        Map.entry("attention", SelfAttention.Spec.class),
        Map.entry("batchnorm1d", BatchNorm1d.Spec.class),
        Map.entry("causal-bow", CausalBow.Spec.class),
        Map.entry("causal-conv1d", CausalConv1d.class),
        Map.entry("causal-window", CausalWindow.Spec.class),
        Map.entry("conv1d", Conv1d.Spec.class),
        Map.entry("dropout", Dropout.Spec.class),
        Map.entry("elu", Elu.class),
        Map.entry("embedding", Embedding.Spec.class),
        Map.entry("feed-forward", FeedForward.Spec.class),
        Map.entry("flatten", Flatten.class),
        Map.entry("flatten-consecutive", FlattenConsecutive.class),
        Map.entry("gated-feed-forward", GatedFeedForward.Spec.class),
        Map.entry("gelu", Gelu.class),
        Map.entry("gru", Gru.Spec.class),
        Map.entry("last-position", LastPosition.class),
        Map.entry("layernorm", LayerNorm.Spec.class),
        Map.entry("leaky-relu", LeakyRelu.class),
        Map.entry("linear", Linear.Spec.class),
        Map.entry("lstm", Lstm.Spec.class),
        Map.entry("mean-positions", MeanPositions.class),
        Map.entry("one-hot", OneHot.Spec.class),
        Map.entry("position-embedding", PositionEmbedding.Spec.class),
        Map.entry("relu", Relu.class),
        Map.entry("relu-squared", ReluSquared.class),
        Map.entry("residual", Residual.Spec.class),
        Map.entry("rmsnorm", RmsNorm.Spec.class),
        Map.entry("rnn", Rnn.Spec.class),
        Map.entry("sequential", Sequential.Spec.class),
        Map.entry("sigmoid", Sigmoid.class),
        Map.entry("silu", Silu.class),
        Map.entry("softmax", Softmax.class),
        Map.entry("softplus", Softplus.class),
        Map.entry("tanh", Tanh.class),
        Map.entry("transformer-block", TransformerBlock.Spec.class));
  }
}
