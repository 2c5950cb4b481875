package io.gradus.benchmarks;

import io.gradus.random.Generator;
import io.gradus.tensor.Indices;
import java.util.Arrays;

/// A text of random tokens, read at random places.
final class Text {
  private final int[] tokens;

  /// Tokens `(batch, context)`, and the token after each.
  record Batch(Indices tokens, Indices next) {}

  Text(Generator generator, int length, int vocabulary) {
    tokens = new int[length];
    Arrays.setAll(tokens, _ -> generator.below(vocabulary));
  }

  Batch batch(Generator generator, int size, int context) {
    int[] now = new int[size * context];
    int[] next = new int[size * context];
    for (int i = 0; i < size; i++) {
      int at = generator.below(tokens.length - context);
      System.arraycopy(tokens, at, now, i * context, context);
      System.arraycopy(tokens, at + 1, next, i * context, context);
    }
    return new Batch(Indices.of(now, size, context), Indices.of(next, size, context));
  }
}
