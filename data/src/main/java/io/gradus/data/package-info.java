/// What models learn from: corpora and how they are found, data sets, and tokenizers.
package io.gradus.data;
