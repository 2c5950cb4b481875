package io.gradus.optimizers;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.tensor.NamePattern;

/// Parameters whose rate and weight decay are not those of all others.
@Doc("parameters, by their names, whose rate and weight decay are not those of all others")
public record Group(
    @Doc("their names, where * stands for any characters, such as *.bias") String match,
    @Doc("what their learning rate is multiplied by") @Default("1.0") double rate,
    @Doc("what their weight decay is multiplied by; 0 for none") @Default("1.0") double decay) {
  public Group {
    require(!match.isBlank(), "match = '%s' must name parameters, such as *.bias", match);
    Settings.atLeastZero("rate", rate);
    Settings.atLeastZero("decay", decay);
  }

  /// Whether a parameter of this name is one of them.
  public boolean matches(String name) {
    return new NamePattern(match).matches(name);
  }
}
