/// Models made of layers: what `model: {type: sequential, ...}` builds.
package io.gradus.nn.network;
