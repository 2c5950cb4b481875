/// The command line: one class a command, wired by one Guice module.
package io.gradus.cli;
