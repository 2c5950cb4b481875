/// How far outputs are from answers.
package io.gradus.nn.losses;
