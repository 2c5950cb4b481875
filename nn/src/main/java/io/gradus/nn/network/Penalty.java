package io.gradus.nn.network;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.List;

/// What the sizes of parameters add to the loss: `weight · mean w²` or `weight · Σ w²` over all
/// numbers of the parameters it names (ridge regression, Hoerl and Kennard 1970).
@Doc("what large parameters add to the loss that is made small: weight times their squares")
public record Penalty(
    @Doc("how much the squares count") double weight,
    @Doc("mean over all these numbers, or sum") @Default("mean") Over over,
    @Doc("the parameters, by name, such as layers.*.weight") @Default("['*']") List<String> match) {
  /// How squares become one number.
  public enum Over {
    /// Their mean.
    MEAN,
    /// Their sum.
    SUM
  }

  public Penalty {
    require(Double.isFinite(weight) && weight >= 0, "weight = %s must be at least 0", weight);
    match = List.copyOf(match);
    require(!match.isEmpty(), "match is empty: it names no parameter");
  }

  /// A loss with what these parameters add to it.
  Tensor added(Tensor loss, List<Parameter> parameters) {
    double count =
        switch (over) {
          case MEAN -> parameters.stream().mapToLong(each -> each.value().shape().size()).sum();
          case SUM -> 1;
        };
    Tensor sum = loss;
    for (Parameter parameter : parameters) {
      Tensor w = parameter.value();
      sum = sum.add(w.mul(w).sum().mul(weight / count));
    }
    return sum;
  }
}
