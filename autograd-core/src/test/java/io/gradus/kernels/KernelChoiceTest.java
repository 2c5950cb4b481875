package io.gradus.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {
  @AfterEach
  void forget() {
    System.clearProperty(KernelChoice.KERNELS);
    System.clearProperty(KernelChoice.THREADS);
  }

  @Test
  void thePlainKernelsAreChosenWhereThereAreNoOthers() {
    assertThat(KernelChoice.kernels().name()).isEqualTo("scalar");
    System.setProperty(KernelChoice.KERNELS, "scalar");
    assertThat(KernelChoice.kernels().name()).isEqualTo("scalar");
  }

  @Test
  void kernelsThatAreNotThereAreAnErrorThatNamesThoseThatAre() {
    System.setProperty(KernelChoice.KERNELS, "vector");
    assertThatExceptionOfType(KernelChoiceException.class)
        .isThrownBy(KernelChoice::kernels)
        .withMessage("-Dgradus.kernels=vector: there are no such kernels; there are scalar");
  }

  @Test
  void asManyThreadsWorkAsThereAreProcessors() {
    assertThat(KernelChoice.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    System.setProperty(KernelChoice.THREADS, "3");
    assertThat(KernelChoice.threads()).isEqualTo(3);
  }

  @Test
  void whatIsNoNumberOfThreadsIsAnError() {
    for (String wrong : new String[] {"0", "-1", "many", "1025", ""}) {
      System.setProperty(KernelChoice.THREADS, wrong);
      assertThatExceptionOfType(KernelChoiceException.class)
          .isThrownBy(KernelChoice::threads)
          .withMessage(
              "-Dgradus.threads=%s is not a number of threads from 1 to 1024".formatted(wrong));
    }
  }
}
