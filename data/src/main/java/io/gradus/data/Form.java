package io.gradus.data;

import java.util.OptionalInt;

/// What a model must know of its data before it is built, and nothing more.
public sealed interface Form {
  /// What this is, for a message to a person.
  String inWords();

  /// Sequences of tokens 0 .. vocabulary-1, one of which may mark both ends of a document.
  ///
  /// @param marker the token at both ends; empty where documents have no ends, as in running text
  record Tokens(int vocabulary, OptionalInt marker) implements Form {
    /// Tokens with a boundary.
    public Tokens(int vocabulary, int boundary) {
      this(vocabulary, OptionalInt.of(boundary));
    }

    /// The token at both ends of a document; an `IllegalArgumentException` where there is none.
    public int boundary() {
      return marker.orElseThrow(() ->
          new IllegalArgumentException(
              "documents need a boundary token here, and the tokenizer has none (boundary: none)"));
    }

    @Override
    public String inWords() {
      return "documents of tokens";
    }
  }

  /// Sequences of one length with the tokens that follow.
  ///
  /// @param tokens what they are sequences of
  /// @param length how many tokens a model sees, T
  /// @param every whether the token after each of them is asked for; else only the one after all
  /// @param ends whether what is written ends when a sequence is full, as a document does that must
  ///   fit in one
  record Sequences(Tokens tokens, int length, boolean every, boolean ends) implements Form {
    @Override
    public String inWords() {
      return "sequences of %d tokens".formatted(length);
    }
  }

  /// Points of this many numbers each, with one target number.
  ///
  /// @param classes how many classes the targets name, as 0, 1, ...; empty where they are other
  ///   numbers
  record Features(int width, OptionalInt classes) implements Form {
    /// Points whose targets name no classes.
    public Features(int width) {
      this(width, OptionalInt.empty());
    }

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
