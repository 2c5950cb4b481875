/// The scalar autograd engine, the one to read first: every number is a [Value] that remembers what
/// it was computed from.
package io.gradus.scalar;
