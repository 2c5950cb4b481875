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

/// A recurrent layer with a memory of its own (Hochreiter & Schmidhuber 1997): `(B, T, C)` becomes
/// `(B, T, width)`.
///
/// @param start h and c before the first step, `(1, 2·width)`; zeros if there is none
public record Lstm(LstmCell cell, Optional<Parameter> start) implements Layer {
  /// Long short-term memory, as `torch.nn.LSTM`.
  @Doc("long short-term memory: a state that goes out, and one that is kept behind gates")
  public record Spec(
      @Doc("numbers in the state, which goes out") int width,
      @Doc("both states before the first step") @Default("zeros") Start start,
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
    public Lstm attach(Signal in, Init init) {
      var first = new CellMaps.First(bias, weightInit, biasInit);
      var maps = CellMaps.draw(in.shape().length(-1), width, 4, first, init.within("cell"));
      return new Lstm(new LstmCell(maps.input(), maps.state()), start.attach(2 * width, init));
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return cell.unrolled(x, start.map(Parameter::value), pass);
  }
}
