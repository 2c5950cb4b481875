package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.graph.Content;
import io.gradus.graph.DotText;
import io.gradus.graph.Graph;
import io.gradus.graph.TreeText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TensorGraphTest {
  private static final Indices ROWS = Indices.of(0, 0, 1);

  /// `mean (x·W + b)` of two rows: small enough to be checked by hand.
  private static Tensor line() {
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2).named("x");
    var weight = new Parameter("W", Tensor.of(new float[] {1, 0.5f}, 2, 1));
    var bias = new Parameter("b", Tensor.of(new float[] {-2}, 1));
    return x.matmul(weight.value()).add(bias.value()).sum().named("loss");
  }

  @Test
  void aTensorGraphIsATree() {
    Tensor loss = line();
    assertThat(TreeText.of(TensorGraph.of(loss, Autograd.backward(loss))))
        .isEqualTo(
            """
            loss = sum(axes=[0, 1], keep=false)  FLOAT32 ()  data 3.0  gradient 1.0  [y = Σ x; dx = dy, repeated]
            └─ #4 = add  FLOAT32 (2, 1)  data 0.0 to 3.0, mean 1.5  gradient all 1.0  [y = a + b; da = dy, db = dy]
               ├─ #2 = matmul  FLOAT32 (2, 1)  data 2.0 to 5.0, mean 3.5  gradient all 1.0  [Y = A·B; dA = dY·Bᵀ, dB = Aᵀ·dY]
               │  ├─ x = given  FLOAT32 (2, 2)  data 1.0 to 4.0, mean 2.5  gradient 0.5 to 1.0, norm 1.581
               │  └─ W = parameter  FLOAT32 (2, 1)  data 0.5 to 1.0, mean 0.75  gradient 4.0 to 6.0, norm 7.211
               └─ b = parameter  FLOAT32 (1)  data -2.0  gradient 2.0  summed over axis 0
            """);
  }

  @Test
  void aTensorGraphIsADrawing() {
    Tensor loss = line();
    assertThat(DotText.of(TensorGraph.of(loss, Autograd.backward(loss))))
        .isEqualTo(
            """
            digraph {
              rankdir=LR;
              node [shape=record];
              n0 [label="x = given | FLOAT32 (2, 2) | data 1.0 to 4.0, mean 2.5 | gradient 0.5 to 1.0, norm 1.581"];
              n1 [label="W = parameter | FLOAT32 (2, 1) | data 0.5 to 1.0, mean 0.75 | gradient 4.0 to 6.0, norm 7.211"];
              n2 [label="#2 = matmul | FLOAT32 (2, 1) | data 2.0 to 5.0, mean 3.5 | gradient all 1.0"];
              n0 -> n2;
              n1 -> n2;
              n3 [label="b = parameter | FLOAT32 (1) | data -2.0 | gradient 2.0"];
              n4 [label="#4 = add | FLOAT32 (2, 1) | data 0.0 to 3.0, mean 1.5 | gradient all 1.0"];
              n2 -> n4;
              n3 -> n4 [label="summed over axis 0"];
              n5 [label="loss = sum(axes=[0, 1], keep=false) | FLOAT32 () | data 3.0 | gradient 1.0"];
              n4 -> n5;
            }
            """);
  }

  @Test
  void withoutGradientsNoneAreShown() {
    assertThat(TensorGraph.of(line()).nodes())
        .hasSize(6)
        .allSatisfy(node -> assertThat(node.gradient()).isEmpty());
    assertThat(TreeText.of(TensorGraph.of(line()))).doesNotContain("gradient");
  }

  @Test
  void aGivenTensorIsAGraphOfOne() {
    assertThat(TensorGraph.of(Tensor.of(new double[] {3, -4}, 2)).nodes())
        .containsExactly(
            new Graph.Node(
                0,
                "",
                "given",
                "given",
                new Content.Many("FLOAT64", List.of(2), -4, -0.5, 3, 5, 0),
                Optional.empty(),
                List.of()));
  }

  @Test
  void aParameterUnderAnotherNameIsStillNamed() {
    var weight = new Parameter("W", Tensor.scalar(0.1, DType.FLOAT32));
    assertThat(TreeText.of(TensorGraph.of(weight.value().named("first"))))
        .isEqualTo("first = parameter W  FLOAT32 ()  data 0.1\n");
  }

  @Test
  void aStaleGraphIsRefused() {
    var weight = new Parameter("W", Tensor.scalar(1, DType.FLOAT32));
    Tensor y = weight.value().exp();
    weight.update(Tensor.scalar(2, DType.FLOAT32));
    assertThatThrownBy(() -> TensorGraph.of(y))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("W was updated");
  }

  /// What the edges promise is what the backward pass does: `1 · repetitions` comes back.
  @Test
  void theAxesOfAnEdgeAreThoseThatBroadcastingRepeated() {
    Tensor big = Tensor.ones(Shape.of(5, 2, 3, 4), DType.FLOAT64);
    Tensor row = Tensor.ones(Shape.of(4), DType.FLOAT64);
    Tensor column = Tensor.ones(Shape.of(3, 1), DType.FLOAT64);
    Tensor matrices = Tensor.ones(Shape.of(2, 4, 6), DType.FLOAT64);
    assertThat(axesOfSecond(big.add(row))).containsExactly(0, 1, 2);
    assertThat(axesOfSecond(big.mul(column))).containsExactly(0, 1, 3);
    assertThat(axesOfSecond(big.matmul(matrices))).containsExactly(0);
    assertThat(axesOfSecond(big.add(big.neg()))).isEmpty();
    assertThat(axesOfSecond(big.exp().where(Mask.of(new boolean[4], 4), row)))
        .containsExactly(0, 1, 2);
    Graph.Edge expanded = TensorGraph.of(row.expand(5, 4)).result().operands().getFirst();
    assertThat(expanded).isEqualTo(new Graph.Edge.Pullback(0, List.of(0)));
    assertThat(Autograd.backward(big.add(row).sum()).of(row).toDoubles()).containsOnly(30);
    assertThat(Autograd.backward(big.mul(column).sum()).of(column).toDoubles()).containsOnly(40);
    assertThat(Autograd.backward(big.matmul(matrices).sum()).of(matrices).toDoubles())
        .containsOnly(15);
  }

  private static List<Integer> axesOfSecond(Tensor y) {
    return ((Graph.Edge.Pullback) TensorGraph.of(y).result().operands().get(1)).summedOver();
  }

  @Test
  void operationsReadWellInAGraph() {
    Tensor x = Tensor.ones(Shape.of(2, 3, 4), DType.FLOAT32);
    var windows = new View.Windows(2, 3, 1, 1);
    assertThat(
            List.<Operation>of(
                new Transcendental.Expm1(),
                new WithNumber.DivideBy(32),
                new Binary.TanhGradient(),
                new Binary.Where(Mask.future(3, 3)),
                new Reduction.Sum(List.of(0), true),
                new RowOperation.LogSoftmaxGradient(),
                new View.Reshape(Shape.of(4, 30)),
                new View.Overlap(windows, 5),
                new Selection.IndexSelect(0, ROWS),
                new Selection.Scatter(1, ROWS.reshape(3, 1), Shape.of(3, 9))))
        .extracting(Operation::name)
        .containsExactly(
            "expm1",
            "divide by(divisor=32.0)",
            "tanh gradient",
            "where(mask (3, 3))",
            "sum(axes=[0], keep=true)",
            "log softmax gradient",
            "reshape(shape=(4, 30))",
            "overlap(windows[axis=2, size=3, stride=1, dilation=1], length=5)",
            "index select(axis=0, indices (3))",
            "scatter(axis=1, indices (3, 1), shape=(3, 9))");
    assertThat(x.windows(2, 3, 1, 1).origin())
        .hasToString("Made[operation=%s, inputs=[%s]]".formatted(windows, x));
  }

  @Test
  void notANumberIsCountedApart() {
    Tensor x = Tensor.of(new float[] {1, Float.NaN, 0.1f, Float.NaN}, 4);
    assertThat(TreeText.of(TensorGraph.of(x)))
        .isEqualTo("#0 = given  FLOAT32 (4)  data 0.1 to 1.0, mean 0.55, 2 of 4 NaN\n");
    assertThat(TreeText.of(TensorGraph.of(x.slice(0, 1, 2)))).contains("FLOAT32 (1)  data NaN  [");
    assertThat(TreeText.of(TensorGraph.of(x.slice(0, 1, 1)))).contains("FLOAT32 (0)  data none");
    assertThat(TreeText.of(TensorGraph.of(x.slice(0, 0, 1).log().neg().reciprocal())))
        .startsWith("#4 = reciprocal  FLOAT32 (1)  data -Infinity");
  }

  @Test
  void aLongChainIsCutAndEveryNodeOfItCanBePrinted() {
    Tensor end = Tensor.ones(Shape.of(1), DType.FLOAT32);
    for (int i = 0; i < 200_000; i++) {
      end = end.neg();
    }
    Graph graph = TensorGraph.of(end, Autograd.backward(end));
    assertThat(graph.nodes()).hasSize(200_001);
    assertThat(TreeText.of(graph).lines())
        .hasSize(102)
        .last()
        .asString()
        .endsWith("... and deeper");
    assertThat(TreeText.of(graph, 2).lines()).hasSize(4);
    assertThat(end.origin().toString())
        .isEqualTo("Made[operation=Negate[], inputs=[FLOAT32 (1) [-1.0]]]");
    assertThat(graph.result().toString()).hasSizeLessThan(500);
  }
}
