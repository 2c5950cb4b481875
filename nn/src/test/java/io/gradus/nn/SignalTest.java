package io.gradus.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.tensor.Shape;
import org.junit.jupiter.api.Test;

class SignalTest {
  private static final Signal TOKENS = new Signal.Tokens(27, Shape.of(3));

  @Test
  void aSignalIsWrittenWithItsBatch() {
    assertThat(Signal.numbers(3, 10)).hasToString("numbers (B, 3, 10)");
    assertThat(Signal.numbers()).hasToString("numbers (B)");
    assertThat(TOKENS).hasToString("tokens (B, 3), each one of 27");
  }

  @Test
  void axesAreReplacedAndAdded() {
    assertThat(Signal.numbers(3, 10).withLast(4)).isEqualTo(Signal.numbers(3, 4));
    assertThat(TOKENS.extended(10)).isEqualTo(Signal.numbers(3, 10));
  }

  @Test
  void whatIsWantedIsGiven() {
    assertThat(Signal.numbers(3, 10).requireNumbers("C")).isEqualTo(Shape.of(3, 10));
    assertThat(Signal.numbers(3, 10).requireExactly("T, C")).isEqualTo(Shape.of(3, 10));
    assertThat(TOKENS.requireTokens().vocabulary()).isEqualTo(27);
  }

  @Test
  void aRefusalSaysWhatCameAndWhatIsWanted() {
    assertThatThrownBy(() -> TOKENS.requireNumbers(""))
        .hasMessage(
            "tokens (B, 3), each one of 27 came in; numbers (B, ...) are wanted,"
                + " and an embedding makes numbers of tokens");
    assertThatThrownBy(() -> Signal.numbers().requireNumbers("C"))
        .hasMessage("numbers (B) came in; (B, C) is wanted, with at least one axis");
    assertThatThrownBy(() -> Signal.numbers(9).requireNumbers("T, C"))
        .hasMessage("numbers (B, 9) came in; (B, T, C) is wanted, with 2 axes at least");
    assertThatThrownBy(() -> Signal.numbers(9).requireExactly("T, C"))
        .hasMessage("numbers (B, 9) came in; (B, T, C) is wanted");
    assertThatThrownBy(() -> Signal.numbers(9).requireTokens())
        .hasMessage("numbers (B, 9) came in; tokens are wanted");
  }
}
