package io.gradus.models.makemore;

import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.data.Form;

/// Every n tokens in a row, as a context of the first n - 1 and the token after it.
///
/// A context is a number below `V^(n-1)`, its tokens the digits in base V: what it forgets when a
/// token follows falls off at the front. Documents with a boundary are counted one by one, `..e`,
/// `.em`, ..., `ma.`: what stands before each is its boundary, over and over. Documents without one
/// are one text, written one behind the other, in which only tokens with n - 1 before them count.
///
/// @param length n, how many tokens in a row
record Grams(Form.Tokens form, int length) {
  /// Is told of each n-gram, in the order of the text.
  @FunctionalInterface
  interface Reader {
    void read(int context, int after);
  }

  /// The grams of such data; an `IllegalArgumentException` where they are no documents.
  static Grams of(Dataset data, int length, String model) {
    if (!(data instanceof Documents documents)) {
      throw new IllegalArgumentException(
          "%s counts documents, not %s".formatted(model, data.form().inWords()));
    }
    return new Grams(documents.form(), length);
  }

  /// How many contexts there are.
  int contexts() {
    int contexts = 1;
    for (int i = 1; i < length; i++) {
      contexts = Math.multiplyExact(contexts, form.vocabulary());
    }
    return contexts;
  }

  /// The context of what a document or a text begins with: its boundary or its first token, over
  /// and over.
  int opening() {
    int opening = 0;
    for (int i = 1; i < length; i++) {
      opening = next(opening, form.marker().orElse(0));
    }
    return opening;
  }

  /// The context that a token makes of another.
  int next(int context, int token) {
    return (context * form.vocabulary() + token) % contexts();
  }

  /// Reads all n-grams.
  void read(Documents documents, Reader reader) {
    if (form.marker().isPresent()) {
      documents.documents().forEach(document -> readOne(document, reader));
    } else {
      readAcross(documents, reader);
    }
  }

  private void readOne(int[] document, Reader reader) {
    int context = opening();
    for (int token : document) {
      reader.read(context, token);
      context = next(context, token);
    }
    reader.read(context, form.boundary());
  }

  private void readAcross(Documents documents, Reader reader) {
    int context = 0;
    int before = 0;
    for (int[] document : documents.documents()) {
      for (int token : document) {
        if (before >= length - 1) {
          reader.read(context, token);
        }
        context = next(context, token);
        before++;
      }
    }
  }
}
