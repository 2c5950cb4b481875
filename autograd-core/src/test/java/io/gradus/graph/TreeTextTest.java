package io.gradus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.scalar.ScalarGraph;
import io.gradus.scalar.Value;
import org.junit.jupiter.api.Test;

class TreeTextTest {
  @Test
  void theNeuronOfTheLectureIsATree() {
    assertThat(TreeText.of(NeuronGraph.graph()))
        .isEqualTo(
            """
            o = tanh  data 0.7071067811865476  gradient 1.0  [y = tanh x, dy/dx = 1 - y^2]
            └─ n = add  data 0.8813735870195432  gradient 0.4999999999999999  d o/d n 0.4999999999999999  [y = a + b, dy/da = 1, dy/db = 1]
               ├─ #6 = add  data -6.0  gradient 0.4999999999999999  d n/d #6 1.0  [y = a + b, dy/da = 1, dy/db = 1]
               │  ├─ #2 = mul  data -6.0  gradient 0.4999999999999999  d #6/d #2 1.0  [y = a b, dy/da = b, dy/db = a]
               │  │  ├─ x1  data 2.0  gradient -1.4999999999999996  d #2/d x1 -3.0
               │  │  └─ w1  data -3.0  gradient 0.9999999999999998  d #2/d w1 2.0
               │  └─ #5 = mul  data 0.0  gradient 0.4999999999999999  d #6/d #5 1.0  [y = a b, dy/da = b, dy/db = a]
               │     ├─ x2  data 0.0  gradient 0.4999999999999999  d #5/d x2 1.0
               │     └─ w2  data 1.0  gradient 0.0  d #5/d w2 0.0
               └─ b  data 6.881373587019543  gradient 0.4999999999999999  d n/d b 1.0
            """);
  }

  @Test
  void aNodeUsedTwiceIsUnfoldedOnce() {
    Value x = Value.of(3).named("x");
    Value square = x.mul(x).named("square");
    Value y = square.add(square);
    y.backward();
    assertThat(TreeText.of(ScalarGraph.of(y)))
        .isEqualTo(
            """
            #2 = add  data 18.0  gradient 1.0  [y = a + b, dy/da = 1, dy/db = 1]
            ├─ square = mul  data 9.0  gradient 2.0  d #2/d square 1.0  [y = a b, dy/da = b, dy/db = a]
            │  ├─ x  data 3.0  gradient 12.0  d square/d x 3.0
            │  └─ x  data 3.0  gradient 12.0  d square/d x 3.0
            └─ square = mul  data 9.0  gradient 2.0  d #2/d square 1.0  (unfolded above)
            """);
  }

  @Test
  void aLeafIsATreeOfOneLine() {
    assertThat(TreeText.of(ScalarGraph.of(Value.of(3)))).isEqualTo("#0  data 3.0  gradient 0.0\n");
  }

  @Test
  void aDeepTreeIsCutAndSaysSo() {
    Value end = Value.of(1);
    for (int i = 0; i < 3_000; i++) {
      end = end.neg();
    }
    assertThat(TreeText.of(ScalarGraph.of(end)).lines())
        .hasSize(102)
        .last()
        .satisfies(line -> assertThat(line).endsWith("└─ ... and deeper"));
  }
}
