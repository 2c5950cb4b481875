package io.gradus.data;

import static io.gradus.data.Written.documents;
import static io.gradus.data.Written.examples;
import static io.gradus.data.Written.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How documents become sequences of one length.
class ExamplesTest {
  /// The table of makemore part 2.
  @Test
  void windowsSlideOverEachDocument() {
    assertThat(examples(new Windows(3).cut(documents("emma", "av"))))
        .containsExactly(
            "...>e", "..e>m", ".em>m", "emm>a", "mma>.", //
            "...>a", "..a>v", ".av>.");
  }

  @Test
  void aDocumentWithoutTokensIsItsEnd() {
    assertThat(examples(new Windows(2).cut(documents("", "a"))))
        .containsExactly("..>.", "..>a", ".a>.");
    assertThat(examples(new Padded(2).cut(documents("")))).containsExactly("..>.-");
  }

  @Test
  void windowsAskForTheLastTokenOnly() {
    Form.Sequences form = new Windows(3).cut(documents("emma")).form();
    assertThat(form.length()).isEqualTo(3);
    assertThat(form.every()).isFalse();
    assertThat(form.ends()).isFalse();
    assertThat(form.inWords()).isEqualTo("sequences of 3 tokens");
  }

  /// As in makemore.py: the boundary in front, and -1 behind the end.
  @Test
  void whatLiesBehindAPaddedDocumentDoesNotCount() {
    Sequences padded = new Padded(5).cut(documents("emma", "av"));
    assertThat(examples(padded)).containsExactly(".emma>emma.", ".av..>av.--");
    assertThat(padded.answers()).containsExactly(5, 13, 13, 1, 0, 1, 22, 0, -1, -1);
    assertThat(padded.form().every()).isTrue();
    assertThat(padded.form().ends()).isTrue();
  }

  @Test
  void aDocumentThatIsTooLongIsCut() {
    assertThat(examples(new Padded(3).cut(documents("emma", "ava", "av"))))
        .containsExactly(".em>emm", ".av>ava", ".av>av.");
  }

  @Test
  void chunksBeginAtEveryPlaceOfTheText() {
    Sequences chunks = new Chunks(3).cut(running("abcde"));
    assertThat(examples(chunks)).containsExactly("abc>bcd", "bcd>cde");
    assertThat(chunks.form().every()).isTrue();
    assertThat(chunks.form().ends()).isFalse();
  }

  @Test
  void documentsFollowEachOtherInChunks() {
    assertThat(examples(new Chunks(3).cut(documents("ab", "c"))))
        .containsExactly("ab.>b.c", "b.c>.c.");
    assertThat(examples(new Chunks(2).cut(running("ab", "cd")))).containsExactly("ab>bc", "bc>cd");
  }

  @Test
  void aTextThatIsTooShortForAChunkIsRefused() {
    assertThat(examples(new Chunks(3).cut(running("abcd")))).containsExactly("abc>bcd");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Chunks(4).cut(running("abcd")))
        .withMessage(
            "length = 4, but the text has only 4 tokens; one more than the length is needed");
  }

  /// What a model is built for is known without data, as when a run is read back.
  @Test
  void noDocumentsGiveNoExamples() {
    for (ExamplesSpec spec : List.of(new Windows(3), new Padded(3), new Chunks(3))) {
      Sequences none = spec.cut(documents());
      assertThat(none.size()).isZero();
      assertThat(none.form()).isEqualTo(spec.cut(documents("emma")).form());
    }
  }

  @Test
  void windowsAndPaddingNeedABoundary() {
    for (ExamplesSpec spec : List.of(new Windows(3), new Padded(3))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> spec.cut(running("emma")))
          .withMessageContaining("the tokenizer has none (boundary: none)");
    }
  }

  @Test
  void aLengthBelowOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Windows(0))
        .withMessage("length = 0 must be at least 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new Padded(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Chunks(0));
  }

  @Test
  void someExamplesAreTakenInAnyOrder() {
    Sequences windows = new Windows(3).cut(documents("emma", "av"));
    assertThat(examples(windows.select(6, 0, 6))).containsExactly("..a>v", "...>e", "..a>v");
    assertThat(examples((Sequences) windows.range(3, 5))).containsExactly("emm>a", "mma>.");
    assertThat(examples((Sequences) windows.range(3, 5).select(1))).containsExactly("mma>.");
    assertThat(windows.select().size()).isZero();
    Sequences padded = new Padded(3).cut(documents("ab", "c"));
    assertThat(examples(padded.select(1))).containsExactly(".c.>c.-");
  }
}
