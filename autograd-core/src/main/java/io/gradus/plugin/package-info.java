/// The door through which building blocks reach experiment files: one [Catalog] a jar.
package io.gradus.plugin;
