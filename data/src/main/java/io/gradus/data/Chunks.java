package io.gradus.data;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Doc;

/// Pieces of running text, from every place on; asked for the token after each of their tokens, as
/// in the GPT lecture. Documents follow each other, each with its boundary behind it.
@Doc("pieces of running text, from every place on; the token after each position is asked for")
public record Chunks(@Doc("tokens of a piece") int length) implements ExamplesSpec {
  public Chunks {
    require(length >= 1, "length = %d must be at least 1", length);
  }

  @Override
  public Sequences cut(Documents documents) {
    int ends = documents.form().marker().isPresent() ? 1 : 0;
    int tokens = documents.documents().stream().mapToInt(document -> document.length + ends).sum();
    require(
        documents.size() == 0 || tokens > length,
        "length = %d, but the text has only %d tokens; one more than the length is needed",
        length,
        tokens);
    int[] stream = new int[tokens];
    int at = 0;
    for (int[] document : documents.documents()) {
      System.arraycopy(document, 0, stream, at, document.length);
      at += document.length;
      if (ends > 0) {
        stream[at++] = documents.form().boundary();
      }
    }
    int[] starts = new int[Math.max(tokens - length, 0)];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = i;
    }
    return new Sequences(new Form.Sequences(documents.form(), length, true, false), stream, starts);
  }
}
