/// The tensor engine: expressions of arrays that are evaluated at once, remember what they were
/// made from, and are differentiated.
package io.gradus.tensor;
