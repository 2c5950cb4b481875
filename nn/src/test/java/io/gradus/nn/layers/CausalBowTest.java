package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradus.nn.Signal;
import org.junit.jupiter.api.Test;

class CausalBowTest {
  @Test
  void eachPositionIsTheMeanUpToItself() {
    assertThat(Fixed.of(new CausalBow(), 3, 2, 2, 0, 4, 1, 9, 5))
        .containsExactly(2, 0, 3, 0.5, 5, 2);
  }

  @Test
  void onlySequencesComeIn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CausalBow.Spec().infer(Signal.numbers(4)))
        .withMessageStartingWith("numbers (B, 4) came in; (B, T, C) is wanted");
  }
}
