package io.gradus.experiments.vitals;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Something that stands out in how a network fares.
///
/// @param place the layer or the parameter
/// @param finding what is seen there
/// @param advice what to try
public record Verdict(Sign sign, String place, String finding, String advice) {
  /// What it is a sign of.
  public enum Sign {
    /// Activations at their ends, where nothing is passed back.
    @JsonProperty("saturated")
    SATURATED,
    /// Units that are the same whatever comes in.
    @JsonProperty("dead")
    DEAD,
    /// Numbers that grow without end.
    @JsonProperty("exploding")
    EXPLODING,
    /// Weights that stay where they are.
    @JsonProperty("frozen")
    FROZEN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is seen, as a sentence.
  public String inWords() {
    return "%s is %s: %s.".formatted(place, sign, finding);
  }
}
