package io.gradus.models.makemore;

import io.gradus.nn.Fan;
import io.gradus.nn.Init;
import io.gradus.nn.initialisers.Normal;
import io.gradus.tensor.Parameter;
import java.util.List;

/// The parameters of the MLP with batch norm, named as in the lecture.
///
/// None begins as zeros or ones, which could hide a mistake in a gradient. `b1` learns nothing: the
/// batch norm behind it takes every mean away.
///
/// @param c `C`, what each token becomes, (V, E)
/// @param w1 `W1`, (T·E, H)
/// @param b1 (H)
/// @param w2 `W2`, (H, V)
/// @param b2 (V)
/// @param bngain (H)
/// @param bnbias (H)
record MlpWeights(
    Parameter c,
    Parameter w1,
    Parameter b1,
    Parameter w2,
    Parameter b2,
    Parameter bngain,
    Parameter bnbias) {
  /// First numbers, drawn in the order of the components. In the lecture the last two come from
  /// another generator, which nobody seeded; here they come from the same one.
  static MlpWeights draw(Init init, int v, int t, int e, int h) {
    double kaiming = 5 / 3.0 / Math.sqrt(t * e); // a tanh's gain over the root of what comes in
    return new MlpWeights(
        init.parameter("C", new Normal(0, 1), Fan.table(v, e)),
        init.parameter("W1", new Normal(0, kaiming), Fan.linear(t * e, h)),
        init.parameter("b1", new Normal(0, 0.1), Fan.bias(t * e, h)),
        init.parameter("W2", new Normal(0, 0.1), Fan.linear(h, v)),
        init.parameter("b2", new Normal(0, 0.1), Fan.bias(h, v)),
        init.parameter("bngain", new Normal(1, 0.1), Fan.each(h)),
        init.parameter("bnbias", new Normal(0, 0.1), Fan.each(h)));
  }

  List<Parameter> all() {
    return List.of(c, w1, b1, w2, b2, bngain, bnbias);
  }
}
