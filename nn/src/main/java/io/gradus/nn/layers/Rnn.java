package io.gradus.nn.layers;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.Sublayers;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.Optional;

/// A recurrent layer whose state goes out at each step: `(B, T, C)` becomes `(B, T, width)`.
///
/// @param cell [RnnCell] or [JointRnnCell]
/// @param start the state before the first step, `(1, width)`; zeros if there is none
public record Rnn(Cell cell, Optional<Parameter> start) implements Layer {
  /// A recurrent layer, `h' = φ(x·W + b + h·U + c)`.
  @Doc("a recurrent layer, h' = tanh(x W + b + h U + c), or of makemore.py, tanh([x, h] W + b)")
  public record Spec(
      @Doc("numbers in the state, which goes out") int width,
      @Doc("what stands in the place of tanh") @Default("{type: tanh}") LayerSpec activation,
      @Doc("whose formula: makemore has one linear map of [x, h]") @Default("torch") CellForm form,
      @Doc("the state before the first step") @Default("zeros") Start start,
      @Doc("whether b and c are learned; else there are none") @Default("true") boolean bias,
      @Doc("first numbers of the weights") @Default("{type: torch-default}") Initialiser weightInit,
      @Doc("first numbers of the biases") @Default("{type: torch-default}") Initialiser biasInit)
      implements LayerSpec {
    public Spec {
      require(width >= 1, "width = %d must be at least 1", width);
    }

    @Override
    public Signal infer(Signal in) {
      Signal out = new Signal.Numbers(in.requireExactly("T, C").with(-1, width));
      Signal _ = Sublayers.inferSame("activation", activation, Signal.numbers(width));
      return out;
    }

    @Override
    public Rnn attach(Signal in, Init init) {
      return new Rnn(cell(in, init.within("cell")), start.attach(width, init));
    }

    private Cell cell(Signal in, Init init) {
      int inputs = in.shape().length(-1);
      return switch (form) {
        case TORCH -> {
          var maps = CellMaps.draw(inputs, width, 1, first(), init);
          yield new RnnCell(maps.input(), maps.state(), function(init));
        }
        case MAKEMORE -> {
          var joint = new Linear.Spec(width, bias, weightInit, biasInit);
          Signal both = Signal.numbers(inputs + width);
          yield new JointRnnCell(joint.attach(both, init.within("joint")), function(init));
        }
      };
    }

    private Layer function(Init init) {
      return activation.attach(Signal.numbers(width), init.within("activation"));
    }

    private CellMaps.First first() {
      return new CellMaps.First(bias, weightInit, biasInit);
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return cell.unrolled(x, start.map(Parameter::value), pass);
  }
}
