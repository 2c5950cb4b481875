package io.gradus.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EurekaTest implements GeneratorContract {
  @Override
  public Generator generator(long seed) {
    return new Eureka(seed);
  }

  @Override
  public Generator stranger() {
    return new CPython(42);
  }

  @Test
  void wordsAreThoseOfTheModules() {
    var of42 = new Eureka(42);
    assertThat(Golden.draws(of42::word, 4))
        .containsExactly(1456360119L, 3359763283L, 3393612768L, 4054632243L);
    var of1337 = new Eureka(1337);
    assertThat(Golden.draws(of1337::word, 4))
        .containsExactly(989205090L, 818269915L, 1335155955L, 3876892996L);
    assertThat(new Eureka(1337).uniform()).isEqualTo(.23031723499298096);
  }

  @Test
  void gaussiansComeInPairsTheCosineFirst() {
    var eureka = new Eureka(42);
    assertThat(eureka.gaussian()).isCloseTo(.296032855463034, within(1e-14));
    assertThat(eureka.gaussian()).isCloseTo(-1.4406152069170972, within(1e-14));
  }

  @Test
  void zeroIsNoSeed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Eureka(0))
        .withMessage("seed = 0 must not be 0 for xorshift: it would stay 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Source(Algorithm.EUREKA, 0))
        .withMessage("seed = 0 must not be 0 for xorshift: it would stay 0");
  }
}
