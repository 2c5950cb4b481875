/// Layers and models on the scalar engine, as in micrograd: every weight is a
/// [io.gradus.scalar.Leaf] that can be looked at.
package io.gradus.nn.scalar;
