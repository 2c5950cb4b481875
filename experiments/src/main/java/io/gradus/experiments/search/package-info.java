/// Looking for settings before a training: so far for the learning rate.
package io.gradus.experiments.search;
