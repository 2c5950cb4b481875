package io.gradus.tensor;

/// The mean and the variance of the columns of a matrix, both `(1, C)`; given, so that no gradient
/// passes through them.
public record Moments(Tensor mean, Tensor variance) {}
