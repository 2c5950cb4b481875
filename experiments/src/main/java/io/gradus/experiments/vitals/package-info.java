/// How a network fares while it learns: what is watched of a step, and what it means.
package io.gradus.experiments.vitals;
