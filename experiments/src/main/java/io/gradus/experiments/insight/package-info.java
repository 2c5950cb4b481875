/// What can be seen in a run: its numbers, arranged so that a person learns something from them.
@org.jspecify.annotations.NullMarked
package io.gradus.experiments.insight;
