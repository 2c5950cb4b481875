package io.gradus.models.gpt;

import static io.gradus.plugin.Require.require;

import io.gradus.data.Form;
import io.gradus.nn.TrainedModel;
import io.gradus.nn.TrainedSpec;
import io.gradus.nn.scalar.ScalarParameters;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// microgpt (Karpathy 2026): the smallest complete GPT, on the scalar engine.
@Doc("microgpt (Karpathy 2026): the smallest complete GPT")
public record MicrogptSpec(
    @Doc("transformer blocks") @Default("1") int layers,
    @Doc("width of the residual stream, a multiple of heads") @Default("16") int embedding,
    @Doc("attention heads") @Default("4") int heads,
    @Doc("the most tokens it sees at once") @Default("16") int context,
    @Doc("the engine that computes it") @Default("scalar") Engine engine)
    implements TrainedSpec {
  /// Which engine computes a model.
  public enum Engine {
    /// One graph node for each dot product: slow, and everything can be seen.
    SCALAR
  }

  public MicrogptSpec {
    require(layers >= 1, "layers = %d must be at least 1", layers);
    require(embedding >= 1, "embedding = %d must be at least 1", embedding);
    require(heads >= 1, "heads = %d must be at least 1", heads);
    require(context >= 1, "context = %d must be at least 1", context);
    require(
        embedding % heads == 0,
        "embedding = %d must be a multiple of heads = %d",
        embedding,
        heads);
  }

  @Override
  public TrainedModel build(Form form, Generator init) {
    if (form instanceof Form.Tokens tokens) {
      double rows = 2.0 * tokens.vocabulary() + context + 12.0 * embedding * layers;
      ScalarParameters.requireRoom(rows * embedding);
      return Microgpt.create(this, tokens, init);
    }
    throw new IllegalArgumentException("microgpt learns from documents, not " + form.inWords());
  }
}
