package io.gradus.nn.network;

import io.gradus.nn.Answers;
import io.gradus.nn.LossSpec;
import io.gradus.nn.MisfitException;
import io.gradus.nn.Parameters;
import io.gradus.tensor.NamePattern;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// What training makes small: a loss, and what large parameters add to it.
///
/// @param charged the parameters that the penalty names
record Goal(LossSpec loss, Optional<Penalty> penalty, List<Parameter> charged) {
  /// A goal for these parameters; an `IllegalArgumentException` where the penalty names none.
  static Goal of(LossSpec loss, Optional<Penalty> penalty, Parameters parameters) {
    List<NamePattern> names =
        penalty.stream().flatMap(cost -> cost.match().stream()).map(NamePattern::new).toList();
    MisfitException.placing(
        "penalty", () -> names.forEach(name -> name.requireOne("match", parameters.names())));
    List<Parameter> charged =
        parameters.learned().stream()
            .filter(entry -> NamePattern.any(names, entry.name()))
            .map(Parameters.Entry::value)
            .toList();
    return new Goal(loss, penalty, charged);
  }

  /// One number to be made small.
  Tensor of(Tensor output, Answers answers) {
    Tensor value = loss.of(output, loss.counted(answers));
    return penalty.isPresent() ? penalty.get().added(value, charged) : value;
  }
}
