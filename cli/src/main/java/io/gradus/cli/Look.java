package io.gradus.cli;

import java.util.List;
import java.util.Optional;

/// How a figure is to be made, where the command line says so.
///
/// @param smooth over how many numbers each point of a curve goes
/// @param at the point at which something is looked at
record Look(Optional<Integer> smooth, Optional<List<Double>> at) {}
