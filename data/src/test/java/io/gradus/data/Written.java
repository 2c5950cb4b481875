package io.gradus.data;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tokens as letters: `.` is 0, `a` is 1, and so on; what is no token is written `-`.
final class Written {
  private Written() {}

  /// Documents with the boundary `.`, which stands in none of them.
  static Documents documents(String... texts) {
    return of(OptionalInt.of(0), texts);
  }

  /// Documents without a boundary.
  static Documents running(String... texts) {
    return of(OptionalInt.empty(), texts);
  }

  private static Documents of(OptionalInt boundary, String... texts) {
    List<int[]> tokens =
        Arrays.stream(texts).map(text -> text.chars().map(Written::token).toArray()).toList();
    return new Documents(new Form.Tokens(27, boundary), tokens);
  }

  private static int token(int letter) {
    return letter == '.' ? 0 : letter - 'a' + 1;
  }

  private static String letter(int token) {
    return token < 0 ? "-" : Character.toString(token == 0 ? '.' : 'a' + token - 1);
  }

  /// Each example as `..e>m`, or `.em>emm` where each position is asked for.
  static List<String> examples(Sequences sequences) {
    int length = sequences.form().length();
    int asked = sequences.form().every() ? length : 1;
    return IntStream.range(0, sequences.size())
        .mapToObj(
            i -> text(sequences.inputs(), i, length) + ">" + text(sequences.answers(), i, asked))
        .toList();
  }

  private static String text(int[] tokens, int row, int length) {
    return Arrays.stream(tokens, row * length, (row + 1) * length)
        .mapToObj(Written::letter)
        .collect(Collectors.joining());
  }
}
