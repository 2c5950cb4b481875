/// Loops over arrays: the primitives that tensors are computed with, in their plain and reference
/// form.
///
/// What makes the bits the same everywhere is said in `docs/reproducibility.md`; every
/// implementation of [Kernels] keeps to it.
package io.gradus.kernels;
