package io.gradus.experiments;

import io.gradus.experiments.config.ConfigNode;

/// An experiment, and the text that states it in full.
///
/// @param title what a person calls it: the built-in name or the file
/// @param node the tree, every default filled in
/// @param yaml the same as YAML
public record Loaded(String title, Experiment experiment, ConfigNode.Mapping node, String yaml) {}
