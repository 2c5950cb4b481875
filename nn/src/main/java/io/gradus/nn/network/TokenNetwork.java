package io.gradus.nn.network;

import io.gradus.data.Form;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Layer;
import io.gradus.nn.Parameters;
import io.gradus.nn.Pass;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.DType;
import io.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Predicate;

/// A network that says which token comes next.
final class TokenNetwork extends Network implements LanguageModel {
  private final Form.Sequences form;

  TokenNetwork(
      Layer body,
      Parameters parameters,
      Goal goal,
      DType type,
      Predicate<String> frozen,
      Form.Sequences form) {
    super(body, parameters, goal, type, frozen);
    this.form = form;
  }

  @Override
  public int context() {
    return form.ends() ? form.length() : Integer.MAX_VALUE;
  }

  @Override
  public Reading read() {
    return new Window();
  }

  /// The last tokens, as many as the network sees.
  private final class Window implements Reading {
    private final int[] seen = new int[form.length()];
    private int filled;

    Window() {
      if (!form.every()) {
        Arrays.fill(seen, form.tokens().boundary()); // what stands before a document
        filled = seen.length;
      }
    }

    @Override
    public double[] next(int token) {
      if (filled == seen.length) {
        System.arraycopy(seen, 1, seen, 0, seen.length - 1);
        filled--;
      }
      seen[filled++] = token;
      Tensor inputs = Batch.tokens(Arrays.copyOf(seen, filled), 1, filled, type()); // (1, T)
      double[] scores =
          Autograd.withoutGraph(() -> output(inputs, Pass.evaluation())).toDoubles(); // (1, ..., V)
      int vocabulary = form.tokens().vocabulary();
      return Arrays.copyOfRange(scores, scores.length - vocabulary, scores.length);
    }
  }
}
