package io.gradus.data;

/// What a model must know of its data before it is built, and nothing more.
public sealed interface Form {
  /// What this is, for a message to a person.
  String inWords();

  /// Sequences of tokens 0 .. vocabulary-1, one of which marks both ends of a document.
  record Tokens(int vocabulary, int boundary) implements Form {
    @Override
    public String inWords() {
      return "documents of tokens";
    }
  }

  /// Points of this many numbers each, with one target number.
  record Features(int width) implements Form {
    @Override
    public String inWords() {
      return "points";
    }
  }

  /// Lines of text that no tokenizer has read yet.
  record Text() implements Form {
    @Override
    public String inWords() {
      return "text without a tokenizer";
    }
  }
}
