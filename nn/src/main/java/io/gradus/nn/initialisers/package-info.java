/// How first numbers are drawn: constants and distributions, their spread by the fan.
package io.gradus.nn.initialisers;
