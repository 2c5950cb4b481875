package io.gradus.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The operations over any number of operands, and the rows that they share.
class SumAndDotTest {
  private static Values row(double... numbers) {
    return Values.copyOf(Arrays.stream(numbers).mapToObj(Value::of).toList());
  }

  private static List<Double> gradients(List<Value> row) {
    return row.stream().map(Value::grad).toList();
  }

  @Test
  void aSumIsOneNode() {
    Values row = row(1, 2, 3);
    Value sum = Value.sum(row);
    sum.mul(5).backward();
    assertThat(sum.data()).isEqualTo(6);
    assertThat(sum.operands()).containsExactlyElementsOf(row);
    assertThat(sum.slopes()).containsExactly(1, 1, 1);
    assertThat(gradients(row)).containsExactly(5.0, 5.0, 5.0);
  }

  @Test
  void aSumOfNothingIsZero() {
    Value sum = Value.sum();
    sum.backward();
    assertThat(sum.data()).isZero();
    assertThat(sum.grad()).isEqualTo(1);
    assertThat(sum.operands()).isEmpty();
    assertThat(Value.sum(List.of()).add(2).data()).isEqualTo(2);
  }

  @Test
  void aValueThreeTimesInASumCountsThreeTimes() {
    Leaf x = Value.of(2);
    Value sum = Value.sum(x, x, x);
    sum.backward();
    assertThat(sum.data()).isEqualTo(6);
    assertThat(x.grad()).isEqualTo(3);
  }

  @Test
  void aSumStartsWithTheFirst() {
    assertThat(Value.sum(row(1e16, 1, -1e16)).data()).isZero();
    assertThat(Value.sum(row(1e16, -1e16, 1)).data()).isEqualTo(1);
  }

  @Test
  void aDotProductPullsEachRowTowardsTheOther() {
    Values a = row(1, 2);
    Values b = row(3, 4);
    Value dot = Value.dot(a, b);
    dot.backward();
    assertThat(dot.data()).isEqualTo(11);
    assertThat(dot.slopes()).containsExactly(3, 4, 1, 2);
    assertThat(dot.operands()).containsExactly(a.get(0), a.get(1), b.get(0), b.get(1));
    assertThat(gradients(a)).containsExactly(3.0, 4.0);
    assertThat(gradients(b)).containsExactly(1.0, 2.0);
  }

  @Test
  void aRowThatTwoDotProductsShareGetsBothGradients() {
    Values x = row(1, 2);
    Values first = row(3, 4);
    Values second = row(-5, 6);
    Value both = Value.dot(first, x).add(Value.dot(second, x).mul(10));
    both.backward();
    assertThat(both.data()).isEqualTo(81); // 3 + 8 + 10 (-5 + 12)
    assertThat(gradients(x)).containsExactly(-47.0, 64.0); // 3 - 50, 4 + 60
    assertThat(gradients(first)).containsExactly(1.0, 2.0);
    assertThat(gradients(second)).containsExactly(10.0, 20.0);
    assertThat(ScalarGraph.topologicalOrder(both)).hasSize(11).doesNotHaveDuplicates();
  }

  @Test
  void aRowDottedWithItselfHasTwiceItselfAsGradient() {
    Values x = row(1, 2, 3);
    Value dot = Value.dot(x, x);
    dot.backward();
    assertThat(dot.data()).isEqualTo(14);
    assertThat(gradients(x)).containsExactly(2.0, 4.0, 6.0);
  }

  @Test
  void oneValueInSeveralPlacesOfADotProductAddsUp() {
    Leaf a = Value.of(2);
    Leaf b = Value.of(3);
    Value dot = Value.dot(List.of(a, b, a), List.of(b, a, a)); // ab + ba + a²
    dot.backward();
    assertThat(dot.data()).isEqualTo(16);
    assertThat(a.grad()).isEqualTo(10); // 2b + 2a
    assertThat(b.grad()).isEqualTo(4); // 2a
  }

  @Test
  void aDotProductOfNothingIsZero() {
    assertThat(Value.dot(List.of(), List.of()).data()).isZero();
  }

  @Test
  void rowsOfDifferentLengthsAreAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Value.dot(row(1, 2), row(1, 2, 3)))
        .withMessage("dot of 2 and 3 values: lengths differ");
  }

  @Test
  void aRowKeepsItsValues() {
    Value[] given = {Value.of(1), Value.of(2)};
    Values row = Values.of(given);
    Value first = given[0];
    given[0] = Value.of(7);
    assertThat(row.getFirst()).isSameAs(first);
    assertThat(Values.copyOf(row)).isSameAs(row);
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(row::removeFirst);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> row.get(2));
  }

  @Test
  void aListBecomesARowOfItsOwn() {
    List<Leaf> leaves = Stream.of(1.0, 2.0).map(Value::of).toList();
    assertThat(Values.copyOf(leaves)).hasSize(2).containsExactlyElementsOf(leaves);
    assertThat(Value.dot(leaves, leaves).data()).isEqualTo(5);
  }
}
