/// The experiment language: a located tree read from YAML, composed by `extends`, `--set` and
/// references, and bound to records; every error knows its place.
package io.gradus.experiments.config;
