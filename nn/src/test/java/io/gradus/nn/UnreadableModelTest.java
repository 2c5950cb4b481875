package io.gradus.nn;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradus.nn.scalar.ScalarParameters;
import io.gradus.scalar.Leaf;
import io.gradus.scalar.Value;
import org.junit.jupiter.api.Test;

/// A model from another package, which only a public record lets be read.
class UnreadableModelTest {
  private record Hidden(Leaf secret) {}

  @Test
  void aRecordThatIsNotPublicIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScalarParameters.of(new Hidden(Value.of(1))))
        .withMessageStartingWith("cannot read ")
        .withMessageEndingWith("secret; is the record public?");
  }
}
