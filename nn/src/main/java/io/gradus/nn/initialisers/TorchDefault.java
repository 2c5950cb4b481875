package io.gradus.nn.initialisers;

import io.gradus.nn.Fan;
import io.gradus.nn.Initialiser;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// What `torch.nn.Linear` and its kin begin with: uniform in `±1/√in`, drawn in PyTorch's order.
///
/// A weight `(..., out)` of ours is `(out, ...)` there, so it is drawn output by output.
@Doc("uniform in +-1/sqrt(inputs), drawn in the order of torch.nn.Linear")
public record TorchDefault() implements Initialiser {
  @Override
  public double[] draw(Fan fan, Generator generator) {
    double bound = 1 / Math.sqrt(fan.in());
    double[] numbers = new double[fan.shape().size()];
    int columns = fan.inputsFirst() ? fan.shape().length(-1) : 1;
    int rows = numbers.length / columns;
    for (int i = 0; i < numbers.length; i++) {
      int place = i % rows * columns + i / rows;
      numbers[place] = fan.uniform(-bound, bound, generator);
    }
    return numbers;
  }
}
