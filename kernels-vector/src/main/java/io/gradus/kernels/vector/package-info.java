/// Kernels on the JDK's Vector API, equal to the plain ones bit for bit.
package io.gradus.kernels.vector;
