package io.gradus.data;

import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.Arrays;
import java.util.OptionalInt;

/// One token for each character that occurs, in code point order, and perhaps one for the boundary.
@Doc("one token for each character that occurs, in code point order, and one for the boundary")
public record Characters(
    @Doc(
            "the boundary's place: bos after the characters (microgpt), dot before them (makemore), none: no boundary")
        @Default("bos")
        Boundary boundary)
    implements TokenizerSpec {
  /// Where the token that marks both ends of a document stands.
  public enum Boundary {
    /// After the last character, as in microgpt.
    BOS,
    /// Before the first character, as 0, as in makemore.
    DOT,
    /// Nowhere: documents have no ends, as running text.
    NONE
  }

  @Override
  public Tokenizer fit(Texts texts) {
    int[] characters =
        texts.texts().stream().flatMapToInt(String::codePoints).sorted().distinct().toArray();
    return new Fitted(boundary, characters);
  }

  @Override
  public Tokenizer restore(String learned) {
    return new Fitted(boundary, learned.codePoints().sorted().distinct().toArray());
  }

  /// A tokenizer over characters in code point order.
  private record Fitted(Boundary boundaryPlace, int[] characters) implements Tokenizer {
    @Override
    public Form.Tokens form() {
      int n = characters.length;
      return switch (boundaryPlace) {
        case BOS -> new Form.Tokens(n + 1, n);
        case DOT -> new Form.Tokens(n + 1, 0);
        case NONE -> new Form.Tokens(n, OptionalInt.empty());
      };
    }

    private static String shortened(String text) {
      return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    private int first() {
      return boundaryPlace == Boundary.DOT ? 1 : 0;
    }

    @Override
    public int[] encode(String text) {
      int[] points = text.codePoints().toArray();
      int[] tokens = new int[points.length];
      for (int i = 0; i < points.length; i++) {
        int place = Arrays.binarySearch(characters, points[i]);
        if (place < 0) {
          throw new DataException(
              "no token for '%s', character %d of '%s'; there are %s"
                  .formatted(
                      Character.toString(points[i]), i + 1, shortened(text), shortened(learned())));
        }
        tokens[i] = first() + place;
      }
      return tokens;
    }

    @Override
    public String decode(int... tokens) {
      var text = new StringBuilder();
      for (int token : tokens) {
        int place = token - first();
        if (place < 0 || place >= characters.length) {
          throw new DataException(
              "token %d is no character; %d to %d are"
                  .formatted(token, first(), first() + characters.length - 1));
        }
        text.appendCodePoint(characters[place]);
      }
      return text.toString();
    }

    @Override
    public String learned() {
      return new String(characters, 0, characters.length);
    }
  }
}
