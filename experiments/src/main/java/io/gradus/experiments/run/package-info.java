/// Running an experiment: the trainer, the run directory with its checkpoint and provenance, and
/// the comparison with what was expected.
package io.gradus.experiments.run;
