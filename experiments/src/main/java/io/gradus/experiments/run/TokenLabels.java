package io.gradus.experiments.run;

import io.gradus.data.DataException;
import io.gradus.data.Form;
import io.gradus.data.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Short texts that stand for tokens: `a`, `.` for the boundary, `␣` for a space.
record TokenLabels(Form.Tokens tokens, Optional<Tokenizer> tokenizer) {
  /// From here on a visible picture of each control character.
  private static final int PICTURES = 0x2400;

  List<String> all() {
    return IntStream.range(0, tokens.vocabulary()).mapToObj(this::label).toList();
  }

  private String label(int token) {
    if (tokens.marker().isPresent() && tokens.marker().getAsInt() == token) {
      return ".";
    }
    if (tokenizer.isEmpty()) {
      return Integer.toString(token);
    }
    try {
      return visible(tokenizer.get().decode(token));
    } catch (DataException _) {
      return Integer.toString(token);
    }
  }

  private static String visible(String text) {
    var label = new StringBuilder();
    text.codePoints().forEach(c -> label.appendCodePoint(c <= ' ' ? PICTURES + c : c));
    return label.isEmpty() ? "''" : label.toString();
  }
}
