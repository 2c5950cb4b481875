/// A computation as data: nodes and edges to be printed, drawn and walked.
package io.gradus.graph;
