package io.gradus.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.scalar.ScalarGraph;
import io.gradus.scalar.Value;
import org.junit.jupiter.api.Test;

class DotTextTest {
  @Test
  void theNeuronOfTheLectureIsADrawing() {
    assertThat(DotText.of(NeuronGraph.graph()))
        .isEqualTo(
            """
            digraph {
              rankdir=LR;
              node [shape=record];
              n0 [label="{ x1 | data 2.0 | gradient -1.4999999999999996 }"];
              n1 [label="{ w1 | data -3.0 | gradient 0.9999999999999998 }"];
              n2 [label="{ #2 = mul | data -6.0 | gradient 0.4999999999999999 }"];
              n0 -> n2 [label="-3.0"];
              n1 -> n2 [label="2.0"];
              n3 [label="{ x2 | data 0.0 | gradient 0.4999999999999999 }"];
              n4 [label="{ w2 | data 1.0 | gradient 0.0 }"];
              n5 [label="{ #5 = mul | data 0.0 | gradient 0.4999999999999999 }"];
              n3 -> n5 [label="1.0"];
              n4 -> n5 [label="0.0"];
              n6 [label="{ #6 = add | data -6.0 | gradient 0.4999999999999999 }"];
              n2 -> n6 [label="1.0"];
              n5 -> n6 [label="1.0"];
              n7 [label="{ b | data 6.881373587019543 | gradient 0.4999999999999999 }"];
              n8 [label="{ n = add | data 0.8813735870195432 | gradient 0.4999999999999999 }"];
              n6 -> n8 [label="1.0"];
              n7 -> n8 [label="1.0"];
              n9 [label="{ o = tanh | data 0.7071067811865476 | gradient 1.0 }"];
              n8 -> n9 [label="0.4999999999999999"];
            }
            """);
  }

  @Test
  void signsThatMeanSomethingInDotAreQuoted() {
    Value odd = Value.of(1).named("a|b {c} <d> \"e\" \\f\ng");
    assertThat(DotText.of(ScalarGraph.of(odd)))
        .contains(
            """
              n0 [label="{ a\\|b \\{c\\} \\<d\\> \\"e\\" \\\\f g | data 1.0 | gradient 0.0 }"];
            """);
  }
}
