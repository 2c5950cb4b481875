package io.gradus.tensor;

/// The door for operations that this module does not know; [Tensor#apply] puts one into a graph.
public non-sealed interface CustomOperation extends Operation {}
