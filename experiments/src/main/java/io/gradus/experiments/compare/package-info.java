/// Runs held against each other: settings, surroundings, metrics, and the model's numbers.
@org.jspecify.annotations.NullMarked
package io.gradus.experiments.compare;
