package io.gradus.nn.network;

import io.gradus.data.DataException;
import io.gradus.data.Dataset;
import io.gradus.data.Points;
import io.gradus.data.Sequences;
import io.gradus.nn.Answers;
import io.gradus.nn.LossSpec;
import io.gradus.tensor.DType;
import io.gradus.tensor.Indices;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;
import java.util.List;

/// Examples as tensors: what goes in, and what should come out.
///
/// B is the number of examples, T the length of a sequence, F the numbers of a point.
record Batch(Tensor inputs, Answers answers) {
  static Batch of(Dataset examples, LossSpec.Wants wants, DType type) {
    return switch (examples) {
      case Sequences sequences -> of(sequences, type);
      case Points(var points) -> of(points, wants, type);
      default -> throw new IllegalArgumentException("no batch of " + examples.form().inWords());
    };
  }

  /// How many rows of numbers an example is.
  static int positions(Dataset examples) {
    return examples instanceof Sequences sequences ? sequences.form().length() : 1;
  }

  private static Batch of(Sequences sequences, DType type) {
    int b = sequences.size();
    int t = sequences.form().length();
    int[] answers = sequences.answers();
    Indices classes = sequences.form().every() ? Indices.of(answers, b, t) : Indices.of(answers, b);
    return new Batch(tokens(sequences.inputs(), b, t, type), new Answers.Classes(classes));
  }

  /// Tokens as they flow between layers: whole numbers in a tensor.
  static Tensor tokens(int[] tokens, int b, int t, DType type) {
    double[] numbers = new double[tokens.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = tokens[i];
    }
    return Tensor.of(numbers, type, Shape.of(b, t)); // (B, T)
  }

  private static Batch of(List<Points.Point> points, LossSpec.Wants wants, DType type) {
    int b = points.size();
    int f = points.getFirst().features().size();
    double[] inputs = new double[b * f];
    double[] targets = new double[b];
    for (int i = 0; i < b; i++) {
      Points.Point point = points.get(i);
      for (int k = 0; k < f; k++) {
        inputs[i * f + k] = point.features().get(k);
      }
      targets[i] = point.target();
    }
    Answers answers =
        switch (wants) {
          case CLASSES -> new Answers.Classes(classes(targets));
          case NUMBERS -> new Answers.Numbers(Tensor.of(targets, type, Shape.of(b)));
        };
    return new Batch(Tensor.of(inputs, type, Shape.of(b, f)), answers); // (B, F)
  }

  /// A negative number would be no answer, and a part that is held back may have such targets.
  private static Indices classes(double... targets) {
    int[] classes = new int[targets.length];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (int) targets[i];
      if (targets[i] < 0 || targets[i] != classes[i]) {
        throw new DataException(
            "the target %s is no class; this loss compares with 0, 1, ...".formatted(targets[i]));
      }
    }
    return Indices.of(classes, classes.length);
  }
}
