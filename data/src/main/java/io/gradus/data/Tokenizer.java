package io.gradus.data;

/// Turns text into tokens and back.
public interface Tokenizer {
  /// How many tokens there are, and which one marks the ends of a document.
  Form.Tokens form();

  /// The tokens of a text; a [DataException] names a character that has none, and its place.
  int[] encode(String text);

  /// The text of these tokens.
  String decode(int... tokens);

  /// What it learned from the texts, to be kept in a checkpoint.
  String learned();

  /// The texts as documents.
  default Documents read(Texts texts) {
    return new Documents(form(), texts.texts().stream().map(this::encode).toList());
  }
}
