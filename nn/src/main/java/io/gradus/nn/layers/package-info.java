/// The layers that experiment files build networks of, each a record beside its recipe.
package io.gradus.nn.layers;
