package io.gradus.data;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Doc;
import java.util.Arrays;

/// Each document as one sequence: its boundary and its tokens, asked for the token after each of
/// them; what lies behind its end does not count. As in makemore.py.
@Doc("each document as one sequence, padded; the token after each position is asked for")
public record Padded(
    @Doc("tokens of a sequence; what a longer document has beyond them is not seen") int length)
    implements ExamplesSpec {
  public Padded {
    require(length >= 1, "length = %d must be at least 1", length);
  }

  @Override
  public Sequences cut(Documents documents) {
    int boundary = documents.form().boundary();
    int[] stream = new int[Math.multiplyExact(documents.size(), length + 1)];
    Arrays.fill(stream, Sequences.NOTHING);
    int[] starts = new int[documents.size()];
    for (int i = 0; i < starts.length; i++) {
      int[] document = documents.documents().get(i);
      int at = i * (length + 1);
      starts[i] = at;
      stream[at] = boundary;
      System.arraycopy(document, 0, stream, at + 1, Math.min(document.length, length));
      if (document.length < length) {
        stream[at + 1 + document.length] = boundary;
      }
    }
    return new Sequences(new Form.Sequences(documents.form(), length, true, true), stream, starts);
  }
}
