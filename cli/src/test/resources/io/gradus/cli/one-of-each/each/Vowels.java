package each;

import io.gradus.data.Form;
import io.gradus.data.Texts;
import io.gradus.data.Tokenizer;
import io.gradus.data.TokenizerSpec;
import io.gradus.plugin.Doc;

/// Token 1 for a vowel, 2 for another letter, 0 for the boundary.
@Doc("whether a letter is a vowel")
public record Vowels() implements TokenizerSpec {
  @Override
  public Tokenizer fit(Texts texts) {
    return new Fitted();
  }

  @Override
  public Tokenizer restore(String learned) {
    return new Fitted();
  }

  private record Fitted() implements Tokenizer {
    @Override
    public Form.Tokens form() {
      return new Form.Tokens(3, 0);
    }

    @Override
    public int[] encode(String text) {
      return text.chars().map(letter -> "aeiou".indexOf(letter) >= 0 ? 1 : 2).toArray();
    }

    @Override
    public String decode(int... tokens) {
      var text = new StringBuilder();
      for (int token : tokens) {
        text.append(token == 1 ? 'v' : 'c');
      }
      return text.toString();
    }

    @Override
    public String learned() {
      return "";
    }
  }
}
