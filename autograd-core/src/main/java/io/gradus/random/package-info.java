/// Random numbers that are the same on every machine: named streams from one root seed.
///
/// [Streams] hands each consumer its own [Generator], so that adding a layer does not reshuffle the
/// data. [Philox] is the generator of new runs; [CPython] and [NumpyLegacy] repeat published runs
/// draw by draw. Every rule here is frozen, versioned in the first word of a saved state, and held
/// in place by golden vectors in the tests.
package io.gradus.random;
