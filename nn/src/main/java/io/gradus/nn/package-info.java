/// What a model is to the rest of gradus: built from a spec, read and changed through [Slice]s.
package io.gradus.nn;
