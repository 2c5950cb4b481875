/// What gradus asks of the code of a plugin.
package io.gradus.experiments.plugin;
