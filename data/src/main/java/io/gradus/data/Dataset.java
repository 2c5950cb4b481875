package io.gradus.data;

import java.util.stream.IntStream;

/// Examples in a fixed order.
public sealed interface Dataset permits Texts, Documents, Sequences, Points {
  /// The number of examples.
  int size();

  /// The examples at these places, in this order.
  Dataset select(int... places);

  /// The examples `from .. to - 1`.
  default Dataset range(int from, int to) {
    return select(IntStream.range(from, to).toArray());
  }

  /// What the examples look like to a model.
  Form form();
}
