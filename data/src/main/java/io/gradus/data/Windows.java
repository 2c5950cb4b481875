package io.gradus.data;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Doc;
import java.util.Arrays;

/// Every token of every document with those before it: `..e → m`, `.em → m`, as in makemore's MLP.
///
/// What stands before a document is its boundary token, over and over.
@Doc("each token of each document, its end too, with as many before it")
public record Windows(@Doc("how many tokens before it are seen") int length)
    implements ExamplesSpec {
  public Windows {
    require(length >= 1, "length = %d must be at least 1", length);
  }

  @Override
  public Sequences cut(Documents documents) {
    int boundary = documents.form().boundary();
    int tokens = documents.documents().stream().mapToInt(document -> document.length + 1).sum();
    int[] stream = new int[Math.addExact(tokens, Math.multiplyExact(length, documents.size()))];
    Arrays.fill(stream, boundary);
    int[] starts = new int[tokens];
    int at = 0;
    int example = 0;
    for (int[] document : documents.documents()) {
      System.arraycopy(document, 0, stream, at + length, document.length);
      for (int i = 0; i <= document.length; i++) {
        starts[example++] = at + i;
      }
      at += length + document.length + 1;
    }
    return new Sequences(
        new Form.Sequences(documents.form(), length, false, false), stream, starts);
  }
}
