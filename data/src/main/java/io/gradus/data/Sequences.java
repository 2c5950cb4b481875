package io.gradus.data;

/// Sequences of one length, cut out of a stream of tokens, and what follows in it.
///
/// A negative number in the stream is no token: as input it is the boundary, as an answer it does
/// not count.
public final class Sequences implements Dataset {
  /// Stands in the stream where there is no token.
  static final int NOTHING = -1;

  private final Form.Sequences form;
  private final int[] stream;
  private final int[] starts;

  /// Sequences that begin at these places of a stream.
  Sequences(Form.Sequences form, int[] stream, int[] starts) {
    this.form = form;
    this.stream = stream;
    this.starts = starts;
  }

  @Override
  public Form.Sequences form() {
    return form;
  }

  @Override
  public int size() {
    return starts.length;
  }

  @Override
  public Sequences select(int... places) {
    int[] chosen = new int[places.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = starts[places[i]];
    }
    return new Sequences(form, stream, chosen);
  }

  /// The tokens of every sequence, `(size, T)` in row-major order.
  public int[] inputs() {
    int length = form.length();
    int[] inputs = new int[Math.multiplyExact(starts.length, length)];
    for (int i = 0; i < starts.length; i++) {
      System.arraycopy(stream, starts[i], inputs, i * length, length);
    }
    int filler = form.tokens().marker().orElse(0);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = inputs[i] == NOTHING ? filler : inputs[i];
    }
    return inputs;
  }

  /// The tokens that follow: `(size, T)` where each position is asked for, else `(size)`; a
  /// negative number does not count.
  public int[] answers() {
    int length = form.length();
    if (!form.every()) {
      int[] last = new int[starts.length];
      for (int i = 0; i < last.length; i++) {
        last[i] = stream[starts[i] + length];
      }
      return last;
    }
    int[] answers = new int[Math.multiplyExact(starts.length, length)];
    for (int i = 0; i < starts.length; i++) {
      System.arraycopy(stream, starts[i] + 1, answers, i * length, length);
    }
    return answers;
  }
}
