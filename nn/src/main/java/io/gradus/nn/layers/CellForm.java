package io.gradus.nn.layers;

/// Whose formula a recurrent cell follows, where two are in use.
public enum CellForm {
  /// PyTorch's: a linear map of the input and another one of the state.
  TORCH,
  /// That of makemore.py: linear maps of the input and the state beside each other.
  MAKEMORE
}
