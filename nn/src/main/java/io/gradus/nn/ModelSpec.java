package io.gradus.nn;

import io.gradus.plugin.Kind;

/// A recipe for a model, as an experiment file states it.
///
/// The three kinds decide what else the file must hold: a [TrainedSpec] an optimizer and a number
/// of steps, a [CountedSpec] only data, a [TracedSpec] nothing.
@Kind("model")
public sealed interface ModelSpec permits TrainedSpec, CountedSpec, TracedSpec {}
