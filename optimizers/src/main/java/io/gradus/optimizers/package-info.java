/// An optimizer is a value: a [Rule] with its settings; its memory is made by it and kept outside.
package io.gradus.optimizers;
