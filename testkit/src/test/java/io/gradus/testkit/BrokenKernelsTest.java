package io.gradus.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.testkit.wrong.OddKernels;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Every clause of the contract of kernels refuses kernels that break it, and says where.
@SuppressWarnings("JUnitMethodInvoked") // that a clause refuses something is what is tested
class BrokenKernelsTest {
  private static KernelsContract contract(String wrong) {
    return () -> new OddKernels(wrong);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable clause) {
    return assertThatThrownBy(clause).isInstanceOf(AssertionError.class);
  }

  @Test
  void aFunctionOfAnotherBit() {
    refused(() -> contract("map").functionsHaveTheBitsOfThePlainKernels())
        .hasMessageMatching("map NEGATE of 2 of odd: number 0 is .*, not .*");
  }

  @Test
  void aSumOfARow() {
    refused(() -> contract("rowSums").rowsHaveTheBitsOfThePlainKernels())
        .hasMessageStartingWith("row sums of 1 of odd: number 0 is ");
  }

  @Test
  void aSumOfAColumn() {
    refused(() -> contract("columnSums").columnsHaveTheBitsOfThePlainKernels())
        .hasMessageStartingWith("column sums of 2 x 1 of odd: number 0 is ");
  }

  @Test
  void aProduct() {
    refused(() -> contract("matmul").productsHaveTheBitsOfThePlainKernels())
        .hasMessageStartingWith("product of 1 x 1 x 1, form 0 of odd: number 0 is ");
  }

  @Test
  void aProductOnThreads() {
    refused(() -> contract("matmul on threads").productsHaveTheSameBitsOnThreeThreads())
        .hasMessageStartingWith("product of 1 x 1 x 1, form 0 of odd: number 0 is ");
  }
}
