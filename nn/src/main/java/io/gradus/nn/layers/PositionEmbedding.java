package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Fan;
import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Normal;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.Optional;

/// A learned row added at each position: `(B, T, C)` stays so. Fewer positions than the table has
/// rows take the first ones.
///
/// @param table `(length, C)`
public record PositionEmbedding(Parameter table) implements Layer {
  /// Whether rows are learned or computed.
  public enum Form {
    /// Learned, as in GPT-2.
    LEARNED,
    /// Waves, as [SinusoidalPositions] says.
    SINUSOIDAL
  }

  /// A row for each position that comes in.
  @Doc("a row of numbers added at each position, (B, T, C)")
  public record Spec(
      @Doc("learned, or sinusoidal as in Vaswani et al. 2017") @Default("learned") Form form,
      @Doc("first numbers of learned rows; standard normal if left out") Optional<Initialiser> init)
      implements LayerSpec {
    public Spec {
      require(
          form == Form.LEARNED || init.isEmpty(),
          "init is given, and only learned rows are drawn; sinusoidal ones are computed");
    }

    @Override
    public Signal infer(Signal in) {
      return new Signal.Numbers(in.requireExactly("T, C"));
    }

    @Override
    public Layer attach(Signal in, Init parameters) {
      int length = in.shape().length(0);
      int width = in.shape().length(1);
      return switch (form) {
        case LEARNED ->
            new PositionEmbedding(
                parameters.parameter(
                    "table", init.orElse(new Normal(0, 1)), Fan.table(length, width)));
        case SINUSOIDAL -> SinusoidalPositions.of(length, width, parameters.type());
      };
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x.add(firstRows(table.value(), x.shape()));
  }

  /// As many rows of a table as there are positions in `(B, T, C)`.
  static Tensor firstRows(Tensor table, Shape shape) {
    int positions = shape.length(1);
    return positions == table.shape().length(0) ? table : table.slice(0, 0, positions);
  }
}
