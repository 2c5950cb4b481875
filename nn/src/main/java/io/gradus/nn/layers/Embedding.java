package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Indices;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;

/// A row of a table for each token: `(B, ...)` becomes `(B, ..., width)`.
///
/// @param table `(vocabulary, width)`
public record Embedding(Parameter table) implements Layer {
  /// An embedding whose vocabulary follows from the tokens that come in.
  @Doc("a learned row of numbers for each token")
  public record Spec(
      @Doc("numbers for each token") int width,
      @Doc("first numbers of the rows") @Default("{type: normal}") Initialiser init)
      implements LayerSpec {
    public Spec {
      require(width >= 1, "width = %d must be at least 1", width);
    }

    @Override
    public Signal infer(Signal in) {
      return in.requireTokens().extended(width);
    }

    @Override
    public Embedding attach(Signal in, Init parameters) {
      int vocabulary = in.requireTokens().vocabulary();
      return new Embedding(parameters.parameter("table", init, Fan.table(vocabulary, width)));
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return table.value().embedding(Indices.of(x)); // (B, ..., C)
  }
}
