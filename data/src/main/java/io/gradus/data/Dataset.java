package io.gradus.data;

/// Examples in a fixed order.
public sealed interface Dataset permits Texts, Documents, Points {
  /// The number of examples.
  int size();

  /// The examples at these places, in this order.
  Dataset select(int... places);

  /// What the examples look like to a model.
  Form form();
}
