package io.gradus.experiments.vitals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/// What a layer made in one step, and the gradient that came back to it.
///
/// @param place the way to it, such as `layers.3`
/// @param type what an experiment file calls it
/// @param output the numbers that it made
/// @param saturation absent where its outputs have no ends to be stuck at
/// @param gradient of the loss by its output; absent where the loss does not depend on that
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LayerVitals(
    String place,
    String type,
    Spread output,
    Optional<Saturation> saturation,
    Optional<Spread> gradient) {}
