/// Drawings as SVG: plain text that depends on no font, no locale and no platform, so that the same
/// numbers are the same bytes everywhere.
@org.jspecify.annotations.NullMarked
package io.gradus.experiments.figure;
