package io.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.data.Characters.Boundary;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CharactersTest {
  private static Tokenizer fitted(Boundary boundary, String... texts) {
    return new Characters(boundary).fit(new Texts(List.of(texts)));
  }

  @Test
  void theBoundaryOfMicrogptComesLast() {
    Tokenizer tokenizer = fitted(Boundary.BOS, "cab", "bad");
    assertThat(tokenizer.form()).isEqualTo(new Form.Tokens(5, 4));
    assertThat(tokenizer.encode("abcd")).containsExactly(0, 1, 2, 3);
    assertThat(tokenizer.decode(3, 0, 1)).isEqualTo("dab");
  }

  @Test
  void theDotOfMakemoreIsZero() {
    Tokenizer tokenizer = fitted(Boundary.DOT, "cab", "bad");
    assertThat(tokenizer.form()).isEqualTo(new Form.Tokens(5, 0));
    assertThat(tokenizer.encode("abcd")).containsExactly(1, 2, 3, 4);
    assertThat(tokenizer.decode(4, 1, 2)).isEqualTo("dab");
  }

  @ParameterizedTest
  @EnumSource
  void decodingUndoesEncoding(Boundary boundary) {
    Tokenizer tokenizer = fitted(boundary, "Hello, world!", "ünïcödé", "0 1\t2");
    for (String text : List.of("", "Hello, world!", "dé dö", "\t")) {
      assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTokenizerIsRestoredFromWhatItLearned(Boundary boundary) {
    Tokenizer tokenizer = fitted(boundary, "zebra", "𝄞 clef");
    Tokenizer restored = new Characters(boundary).restore(tokenizer.learned());
    assertThat(tokenizer.learned()).isEqualTo(" abceflrz𝄞");
    assertThat(restored.learned()).isEqualTo(tokenizer.learned());
    assertThat(restored.form()).isEqualTo(tokenizer.form());
    assertThat(restored.encode("zebra")).isEqualTo(tokenizer.encode("zebra"));
  }

  @Test
  void aCharacterBeyondTheFirstPlaneIsOneToken() {
    Tokenizer tokenizer = fitted(Boundary.BOS, "a😀", "\uffee");
    assertThat(tokenizer.form().vocabulary()).isEqualTo(4);
    assertThat(tokenizer.encode("😀a\uffee")).containsExactly(2, 0, 1); // in code point order
    assertThat(tokenizer.decode(2, 2)).isEqualTo("😀😀");
  }

  @Test
  void anUnknownCharacterIsNamedWithItsPlace() {
    Tokenizer tokenizer = fitted(Boundary.BOS, "abc");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> tokenizer.encode("abXc"))
        .withMessage("no token for 'X', character 3 of 'abXc'; there are abc");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> fitted(Boundary.DOT, "a😀").encode("😀😀b"))
        .withMessage("no token for 'b', character 3 of '😀😀b'; there are a😀");
  }

  @Test
  void textsBecomeDocumentsWithoutTheirBoundaries() {
    Documents documents = fitted(Boundary.DOT, "ab", "b").read(new Texts(List.of("ab", "b", "")));
    assertThat(documents.form()).isEqualTo(new Form.Tokens(3, 0));
    assertThat(documents.size()).isEqualTo(3);
    assertThat(documents.documents())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(new int[] {1, 2}, new int[] {2}, new int[] {});
    assertThat(documents.select(1, 1).documents())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(new int[] {2}, new int[] {2});
  }

  @Test
  void aTokenWithoutACharacterIsNamed() {
    var tokenizer = new Characters(Characters.Boundary.BOS).fit(new Texts(List.of("ab")));
    assertThatThrownBy(() -> tokenizer.decode(2))
        .isInstanceOf(DataException.class)
        .hasMessage("token 2 is no character; 0 to 1 are");
  }

  @Test
  void withoutABoundaryThereAreOnlyCharacters() {
    Tokenizer tokenizer = fitted(Boundary.NONE, "cab", "bad");
    assertThat(tokenizer.form()).isEqualTo(new Form.Tokens(4, OptionalInt.empty()));
    assertThat(tokenizer.encode("abcd")).containsExactly(0, 1, 2, 3);
    assertThat(tokenizer.decode(3, 0, 1)).isEqualTo("dab");
    assertThatThrownBy(() -> tokenizer.form().boundary())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "documents need a boundary token here, and the tokenizer has none (boundary: none)");
  }
}
