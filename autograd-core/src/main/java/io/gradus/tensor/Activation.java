package io.gradus.tensor;

import io.gradus.kernels.BinaryFunction;
import io.gradus.kernels.Gate;
import java.util.List;
import java.util.Locale;

/// A function of one number that is `x` times a share of it, with its gradient.
public sealed interface Activation extends Fused {
  /// The function.
  Gate gate();

  /// `y = x·s(x)`, so `dx = dy·(s + x·s')`.
  record Gated(Gate gate) implements Activation, Saving {
    @Override
    public String name() {
      return gate.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String formula() {
      return switch (gate) {
        case GELU -> "y = x·(1 + erf(x·√½))/2";
        case GELU_TANH -> "y = x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))/2";
        case SILU -> "y = x/(1 + e^-x)";
      };
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> Elementwise.gate(gate, inputs.getFirst());
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    /// The slopes `s + x·s'` are saved.
    @Override
    public Result forwardSaving(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> Elementwise.gateWithSlopes(gate, inputs.getFirst());
        case FLOAT64 -> new Result(forward(inputs), List.of());
      };
    }

    @Override
    public List<Tensor> gradients(Tensor dy, List<Tensor> inputs, List<Tensor> saved) {
      return List.of(dy.mul(saved.getFirst()));
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return Tensor.made(new GatedGradient(gate), dy, inputs.getFirst());
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor x = inputs.getFirst();
      return x.mul(share(gate, x));
    }
  }

  /// What [Gated] hands back, of `dy` and `x`.
  record GatedGradient(Gate gate) implements Activation {
    @Override
    public String name() {
      return new Gated(gate).name() + " gradient";
    }

    @Override
    public String formula() {
      return "x = dy·(s + x·s')";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return switch (inputs.getFirst().dtype()) {
        case FLOAT32 -> {
          Tensor slopes = Elementwise.gateWithSlopes(gate, inputs.get(1)).saved().getFirst();
          yield Elementwise.zip(BinaryFunction.MULTIPLY, "·", inputs.get(0), slopes);
        }
        case FLOAT64 -> Autograd.withoutGraph(() -> composition(inputs));
      };
    }

    @Override
    public Tensor composition(List<Tensor> inputs) {
      Tensor x = inputs.get(1);
      Tensor share = share(gate, x);
      return inputs.get(0).mul(share.add(slope(gate, x, share)));
    }

    /// `x·s'`
    private static Tensor slope(Gate gate, Tensor x, Tensor share) {
      return switch (gate) {
        case GELU -> x.mul(x.mul(x).mul(-0.5).exp().mul(Gate.DENSITY));
        case GELU_TANH -> {
          Tensor steep = x.mul(x).mul(3 * Gate.CUBE).add(1).mul(0.5 * Gate.STEEPNESS);
          yield x.mul(Tensor.made(new Binary.TanhGradient(), steep, bent(x)));
        }
        case SILU -> Tensor.made(new Binary.SigmoidGradient(), x, share);
      };
    }
  }

  private static Tensor share(Gate gate, Tensor x) {
    return switch (gate) {
      case GELU -> x.mul(Gate.SHRINKING).erf().add(1).mul(0.5);
      case GELU_TANH -> bent(x).add(1).mul(0.5);
      case SILU -> x.sigmoid();
    };
  }

  /// `tanh(√(2/π)·(x + 0.044715·x³))`
  private static Tensor bent(Tensor x) {
    return x.add(x.pow(3).mul(Gate.CUBE)).mul(Gate.STEEPNESS).tanh();
  }
}
