/// What an experiment file says: the records it is bound to, and where files are found.
package io.gradus.experiments;
