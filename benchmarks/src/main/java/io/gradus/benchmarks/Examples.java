package io.gradus.benchmarks;

import io.gradus.random.Generator;
import io.gradus.tensor.Indices;

/// Random contexts with random targets: the shape of a lecture's data set, and nothing to learn.
final class Examples {
  private final int context;
  private final int[] contexts;
  private final int[] targets;

  /// Contexts `(batch, context)` and targets `(batch)`.
  record Batch(Indices contexts, Indices targets) {}

  Examples(Generator generator, int count, int context, int vocabulary) {
    this.context = context;
    this.contexts = tokens(generator, count * context, vocabulary);
    this.targets = tokens(generator, count, vocabulary);
  }

  private static int[] tokens(Generator generator, int count, int vocabulary) {
    int[] tokens = new int[count];
    for (int i = 0; i < count; i++) {
      tokens[i] = generator.below(vocabulary);
    }
    return tokens;
  }

  Batch batch(Generator generator, int size) {
    int[] xs = new int[size * context];
    int[] ys = new int[size];
    for (int i = 0; i < size; i++) {
      int example = generator.below(targets.length);
      System.arraycopy(contexts, example * context, xs, i * context, context);
      ys[i] = targets[example];
    }
    return new Batch(Indices.of(xs, size, context), Indices.of(ys));
  }
}
