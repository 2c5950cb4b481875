/// Where the numbers of a run go while it is under way, beside its own record.
package io.gradus.experiments.tracking;
