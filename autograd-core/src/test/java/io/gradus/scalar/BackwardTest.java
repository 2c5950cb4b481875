package io.gradus.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BackwardTest {
  @Test
  void gradientsAreZeroBefore() {
    Leaf x = Value.of(3);
    assertThat(x.mul(x).grad()).isZero();
    assertThat(x.grad()).isZero();
  }

  @Test
  void aSecondCallGivesTheSameGradients() {
    Leaf x = Value.of(3);
    Value square = x.mul(x);
    Value y = square.add(square.tanh());
    y.backward();
    double first = x.grad();
    y.backward();
    assertThat(x.grad()).isEqualTo(first);
    assertThat(y.grad()).isEqualTo(1);
  }

  @Test
  void gradientsOfAnotherResultAreForgotten() {
    Leaf x = Value.of(3);
    Leaf other = Value.of(5);
    x.mul(other).backward();
    x.pow(2).backward();
    assertThat(x.grad()).isEqualTo(6);
    assertThat(other.grad()).isEqualTo(3); // not below the second result: as it was left
  }

  @Test
  void aResultInTheMiddleIsAResultToo() {
    Leaf x = Value.of(3);
    Value middle = x.mul(2);
    middle.mul(10).backward();
    assertThat(middle.grad()).isEqualTo(10);
    middle.backward();
    assertThat(middle.grad()).isEqualTo(1);
    assertThat(x.grad()).isEqualTo(2);
  }

  @Test
  void aLeafAloneHasTheGradientOne() {
    Leaf x = Value.of(3);
    x.backward();
    assertThat(x.grad()).isEqualTo(1);
  }

  @Test
  void manyPathsToOneValueAddUp() {
    Leaf x = Value.of(1);
    Value y = x;
    for (int i = 0; i < 30; i++) {
      y = y.add(y);
    }
    y.backward();
    assertThat(y.data()).isEqualTo(1 << 30); // 2³⁰ paths, 31 values
    assertThat(x.grad()).isEqualTo(1 << 30);
  }

  @Test
  @Timeout(20)
  void aChainOfAMillionValuesNeedsNoDeepStack() {
    Leaf start = Value.of(2);
    Leaf one = Value.of(1);
    Value end = start;
    for (int i = 0; i < 1_000_000; i++) {
      end = end.add(one);
    }
    end.backward();
    assertThat(end.data()).isEqualTo(1_000_002);
    assertThat(start.grad()).isEqualTo(1);
    assertThat(one.grad()).isEqualTo(1_000_000);
  }

  /// 250 times, 256 values become the means of neighbours in a ring: 128,000 nodes.
  @Test
  @Timeout(20)
  void aWideAndDeepGraphTakesSecondsAtMost() {
    Leaf half = Value.of(0.5);
    List<Value> leaves = Stream.<Value>generate(() -> Value.of(3)).limit(256).toList();
    List<Value> ring = leaves;
    for (int step = 0; step < 250; step++) {
      List<Value> next = new ArrayList<>();
      for (int i = 0; i < ring.size(); i++) {
        next.add(ring.get(i).add(ring.get((i + 1) % ring.size())).mul(half));
      }
      ring = next;
    }
    Value total = Value.sum(ring);
    total.backward();
    assertThat(total.data()).isEqualTo(768); // 3 · 256: a mean of threes is 3
    assertThat(leaves).allMatch(leaf -> leaf.grad() == 1);
    assertThat(ScalarGraph.topologicalOrder(total)).hasSize(128_258);
  }

  @Test
  void aChangedLeafIsSeenByNewValuesOnly() {
    Leaf x = Value.of(3);
    Value before = x.mul(2);
    x.set(5);
    assertThat(before.data()).isEqualTo(6);
    assertThat(x.mul(2).data()).isEqualTo(10);
    before.backward();
    assertThat(x.grad()).isEqualTo(2);
  }

  @Test
  void notANumberPassesThroughEverything() {
    Leaf nan = Value.of(Double.NaN);
    assertThat(
            Stream.of(
                    nan.neg(),
                    nan.pow(2),
                    nan.exp(),
                    nan.log(),
                    nan.tanh(),
                    nan.sigmoid(),
                    nan.relu(),
                    nan.sin(),
                    nan.cos(),
                    nan.add(1),
                    nan.sub(1),
                    nan.mul(0),
                    nan.div(1),
                    Value.sum(nan, Value.of(1)),
                    Value.dot(List.of(nan), List.of(Value.of(0))))
                .map(Value::data))
        .hasSize(15)
        .allMatch(number -> Double.isNaN(number));
  }

  @Test
  void aGradientOfNotANumberReachesTheLeaves() {
    Leaf x = Value.of(2);
    x.mul(Double.NaN).add(1).backward();
    assertThat(x.grad()).isNaN();
  }

  @Test
  void infinitiesAreNumbersLikeOthers() {
    assertThat(Value.of(1000).exp().data()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Value.of(0).log().data()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Value.of(1).div(0).data()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Value.of(0).div(0).data()).isNaN();
    assertThat(Value.of(-1).log().data()).isNaN();
    assertThat(Value.of(Double.NEGATIVE_INFINITY).relu().data()).isZero();
    assertThat(Value.of(Double.POSITIVE_INFINITY).tanh().data()).isEqualTo(1);
    Leaf far = Value.of(-1000);
    Value sigmoid = far.sigmoid();
    sigmoid.backward();
    assertThat(sigmoid.data()).isZero();
    assertThat(far.grad()).isZero();
    Leaf zero = Value.of(0);
    zero.pow(0.5).backward();
    assertThat(zero.grad()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void aValueShowsItsNameOperationAndNumbers() {
    Value x = Value.of(3).named("x");
    Value y = x.mul(x);
    y.backward();
    assertThat(x).hasToString("x: given(data=3.0, grad=6.0)");
    assertThat(y).hasToString("mul(data=9.0, grad=1.0)");
    assertThat(y.name()).isEmpty();
  }

  @Test
  void gradientsDoNotDependOnEarlierWalks() {
    List<Leaf> leaves = IntStream.range(1, 5).mapToObj(Value::of).toList();
    Value dot = Value.dot(leaves, leaves);
    Value.sum(leaves).backward();
    dot.tanh().backward();
    dot.backward();
    assertThat(leaves).extracting(Value::grad).containsExactly(2.0, 4.0, 6.0, 8.0);
  }
}
