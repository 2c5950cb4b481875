package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.Optional;

/// A recurrent layer with gates (Cho et al. 2014): `(B, T, C)` becomes `(B, T, width)`.
///
/// @param cell [GruCell] or [JointGruCell]
/// @param start the state before the first step, `(1, width)`; zeros if there is none
public record Gru(Cell cell, Optional<Parameter> start) implements Layer {
  /// A gated recurrent unit.
  @Doc("a gated recurrent unit, whose gates say how much of the state is kept")
  public record Spec(
      @Doc("numbers in the state, which goes out") int width,
      @Doc("whose formula: torch resets h U + c, makemore resets h before its map")
          @Default("torch")
          CellForm form,
      @Doc("the state before the first step") @Default("zeros") Start start,
      @Doc("whether biases are learned; else there are none") @Default("true") boolean bias,
      @Doc("first numbers of the weights") @Default("{type: torch-default}") Initialiser weightInit,
      @Doc("first numbers of the biases") @Default("{type: torch-default}") Initialiser biasInit)
      implements LayerSpec {
    public Spec {
      require(width >= 1, "width = %d must be at least 1", width);
    }

    @Override
    public Signal infer(Signal in) {
      return new Signal.Numbers(in.requireExactly("T, C").with(-1, width));
    }

    @Override
    public Gru attach(Signal in, Init init) {
      return new Gru(cell(in.shape().length(-1), init.within("cell")), start.attach(width, init));
    }

    private Cell cell(int inputs, Init init) {
      return switch (form) {
        case TORCH -> {
          var first = new CellMaps.First(bias, weightInit, biasInit);
          var maps = CellMaps.draw(inputs, width, 3, first, init);
          yield new GruCell(maps.input(), maps.state());
        }
        case MAKEMORE ->
            new JointGruCell(
                joint(inputs, "update", init),
                joint(inputs, "reset", init),
                joint(inputs, "candidate", init));
      };
    }

    private Linear joint(int inputs, String component, Init init) {
      return new Linear.Spec(width, bias, weightInit, biasInit)
          .attach(Signal.numbers(inputs + width), init.within(component));
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return cell.unrolled(x, start.map(Parameter::value), pass);
  }
}
