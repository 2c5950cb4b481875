package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradus.experiments.Training;
import io.gradus.nn.Slice;
import io.gradus.nn.network.TensorSlice;
import io.gradus.optimizers.Adam;
import io.gradus.optimizers.AdamW;
import io.gradus.optimizers.Clipping;
import io.gradus.optimizers.Constant;
import io.gradus.optimizers.Group;
import io.gradus.optimizers.Rule;
import io.gradus.optimizers.Sgd;
import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import io.gradus.tensor.Compute;
import io.gradus.tensor.DType;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptimizerTest {
  private static final Rule<?> DESCENT = new Sgd(new Constant(0.5));

  /// A slice of floats, its gradient beside it.
  private record Floats(String name, float[] numbers, float[] gradient) implements Slice {
    @Override
    public int[] shape() {
      return new int[] {numbers.length};
    }

    @Override
    public DType type() {
      return DType.FLOAT32;
    }

    @Override
    public int size() {
      return numbers.length;
    }

    @Override
    public void read(int from, double[] out, int count) {
      for (int i = 0; i < count; i++) {
        out[i] = numbers[from + i];
      }
    }

    @Override
    public void readGradient(int from, double[] out, int count) {
      for (int i = 0; i < count; i++) {
        out[i] = gradient[from + i];
      }
    }

    @Override
    public void zeroGradient() {
      Arrays.fill(gradient, 0);
    }

    @Override
    public void write(int from, double[] replacement, int count) {
      for (int i = 0; i < count; i++) {
        numbers[from + i] = (float) replacement[i];
      }
    }
  }

  private static Floats drawn(String name, int size) {
    Generator generator = Algorithm.PHILOX.generator(size);
    var slice = new Floats(name, new float[size], new float[size]);
    for (int i = 0; i < size; i++) {
      slice.numbers[i] = (float) generator.gaussian();
      slice.gradient[i] = (float) generator.gaussian();
    }
    return slice;
  }

  /// What [#drawn] gives, as a parameter of the tensor engine, which can be moved where it lies.
  private static TensorSlice movable(Floats drawn) {
    int size = drawn.size();
    var parameter = new Parameter(drawn.name, Tensor.of(drawn.numbers.clone(), size));
    var slice = new TensorSlice(drawn.name, parameter, true);
    slice.found(Optional.of(Tensor.of(drawn.gradient.clone(), size)));
    return slice;
  }

  @Test
  void floatsThatAreMovedWhereTheyLieEndAsThoseInBlocks() {
    Rule<?> adamw = new AdamW(new Constant(0.1), 0.9, 0.99, 1e-8, 0.1);
    for (Optional<Clipping> clip :
        List.of(
            Optional.<Clipping>empty(),
            Optional.of(new Clipping(Optional.of(0.5), Optional.empty())),
            Optional.of(new Clipping(Optional.empty(), Optional.of(0.5))))) {
      Floats inBlocks = drawn("w", 2500);
      TensorSlice inPlace = movable(inBlocks);
      Optimizer one = optimizer(adamw, plan(1, clip), inBlocks);
      Optimizer other = optimizer(adamw, plan(1, clip), inPlace);
      for (int t = 0; t < 3; t++) {
        assertThat(one.step(t)).isEmpty();
        assertThat(other.step(t)).isEmpty();
      }
      double[] moved = new double[2500];
      inPlace.read(moved);
      double[] expected = new double[2500];
      inBlocks.read(expected);
      assertThat(moved).isEqualTo(expected);
      for (String component : List.of("w/m", "w/v")) {
        assertThat(memory(other, component).floats()).isEqualTo(memory(one, component).floats());
      }
    }
  }

  @Test
  void floatsThatBecomeInfiniteWhereTheyLieAreNamed() {
    Floats drawn = drawn("w", 40);
    drawn.gradient[17] = Float.POSITIVE_INFINITY;
    Rule<?> adamw = new AdamW(new Constant(0.1), 0.9, 0.99, 1e-8, 0.1);
    assertThat(optimizer(adamw, plan(1, Optional.empty()), movable(drawn)).step(0)).hasValue("w");
  }

  private static Plain plain(String name, double w, double g) {
    return new Plain(name, new int[] {1}, new double[] {w}, new double[] {g});
  }

  private static Training plan(int accumulate, Optional<Clipping> clip, Group... groups) {
    return new Training(
        9, Optional.empty(), Training.Order.IN_ORDER, accumulate, clip, List.of(groups));
  }

  private static Optimizer optimizer(Rule<?> rule, Training plan, Slice... slices) {
    return new Optimizer(rule, List.of(slices), plan);
  }

  @Test
  void floatsInBlocksMoveAsEachWouldAlone() {
    Floats whole = drawn("w", 2500); // two blocks of 1,024 and a rest
    Rule<?> adam = new Adam(new Constant(0.1), 0.9, 0.99, 1e-8);
    List<Floats> single = new ArrayList<>();
    for (int i : List.of(0, 1023, 1024, 2047, 2048, 2499)) {
      single.add(
          new Floats("w" + i, new float[] {whole.numbers[i]}, new float[] {whole.gradient[i]}));
    }
    Optimizer all = optimizer(adam, plan(1, Optional.empty()), whole);
    Optimizer each = optimizer(adam, plan(1, Optional.empty()), single.toArray(Slice[]::new));

    for (int t = 0; t < 3; t++) {
      assertThat(all.step(t)).isEmpty();
      assertThat(each.step(t)).isEmpty();
    }

    for (Floats one : single) {
      int place = Integer.parseInt(one.name.substring(1));
      assertThat(whole.numbers[place]).isEqualTo(one.numbers[0]);
      assertThat(memory(all, "w/m").floats()[place])
          .isEqualTo(memory(each, one.name + "/m").floats()[0]);
    }
  }

  @Test
  void theNumberOfThreadsReachesNoBit() {
    List<float[]> moved = new ArrayList<>();
    for (int threads : List.of(1, 2, 3)) {
      Floats large = drawn("a", 70_000);
      Floats other = drawn("b", 5_000);
      Rule<?> rule = new AdamW(new Constant(0.1), 0.9, 0.99, 1e-8, 0.01);
      Optimizer optimizer =
          optimizer(
              rule,
              plan(1, Optional.of(new Clipping(Optional.of(1.0), Optional.empty()))),
              large,
              other);
      Compute compute = Compute.on(Compute.standard().kernels(), threads);
      assertThat(compute.call(() -> optimizer.step(0))).isEmpty();
      moved.add(large.numbers);
    }
    assertThat(moved.get(1)).isEqualTo(moved.get(0));
    assertThat(moved.get(2)).isEqualTo(moved.get(0));
  }

  @Test
  void gradientsAreScaledDownToTheNormOfAllTogether() {
    Plain a = plain("a", 0, 3);
    Plain b = plain("b", 0, 4);
    var clip = new Clipping(Optional.of(1.0), Optional.empty());

    assertThat(optimizer(DESCENT, plan(1, Optional.of(clip)), a, b).step(0)).isEmpty();

    double scale = 1 / (5 + 1e-6); // of √(3² + 4²) = 5
    assertThat(a.numbers()).containsExactly(-0.5 * (3 * scale));
    assertThat(b.numbers()).containsExactly(-0.5 * (4 * scale));
  }

  @Test
  void gradientsAreLimitedOneByOne() {
    Plain a = plain("a", 0, 3);
    Plain b = plain("b", 0, -0.25);
    var clip = new Clipping(Optional.empty(), Optional.of(0.5));

    assertThat(optimizer(DESCENT, plan(1, Optional.of(clip)), a, b).step(0)).isEmpty();

    assertThat(a.numbers()).containsExactly(-0.25);
    assertThat(b.numbers()).containsExactly(0.125);
  }

  @Test
  void theMeanOfSummedGradientsIsUsed() {
    Plain a = plain("a", 0, 3);
    Optimizer optimizer = optimizer(DESCENT, plan(2, Optional.empty()), a);

    optimizer.forgetSums();
    optimizer.sumGradients();
    a.gradient()[0] = 5;
    optimizer.sumGradients();
    assertThat(optimizer.step(0)).isEmpty();

    assertThat(a.numbers()).containsExactly(-0.5 * 4); // (3 + 5) / 2

    optimizer.forgetSums();
    optimizer.sumGradients();
    optimizer.sumGradients();
    assertThat(optimizer.step(1)).isEmpty();
    assertThat(a.numbers()).containsExactly(-0.5 * 4 - 0.5 * 5);
  }

  @Test
  void theFirstGroupThatMatchesGivesRateAndDecay() {
    Plain weight = plain("layers.0.weight", 8, 1);
    Plain bias = plain("layers.0.bias", 8, 1);
    Plain frozen = plain("layers.1.bias", 8, 1);
    Rule<?> rule = new AdamW(new Constant(0.5), 0, 0, 0, 0.25); // moves by 0.5 and a share of w

    assertThat(
            optimizer(
                    rule,
                    plan(
                        1,
                        Optional.empty(),
                        new Group("layers.1.*", 0, 1),
                        new Group("*.bias", 0.5, 0)),
                    weight,
                    bias,
                    frozen)
                .step(0))
        .isEmpty();

    assertThat(weight.numbers()).containsExactly(8 - 0.5 * 0.25 * 8 - 0.5);
    assertThat(bias.numbers()).containsExactly(8 - 0.25); // half the rate, no decay
    assertThat(frozen.numbers()).containsExactly(8);
  }

  @Test
  void aGroupOfNothingIsRefused() {
    assertThatThrownBy(() ->
            optimizer(
                DESCENT, plan(1, Optional.empty(), new Group("*.gain", 1, 0)), plain("w", 1, 1)))
        .isInstanceOf(SetupException.class)
        .hasMessage("train.groups: '*.gain' matches no parameter; there are w");
  }

  @Test
  void whatIsNoNumberAnyMoreIsNamed() {
    Plain good = plain("good", 1, 1);
    assertThat(
            optimizer(DESCENT, plan(1, Optional.empty()), good, plain("bad", 1, Double.NaN))
                .step(0))
        .contains("bad");
    assertThat(optimizer(DESCENT, plan(1, Optional.empty()), plain("far", 1e308, -1.7e308)).step(0))
        .as("1e308 + 0.85e308 overflows")
        .contains("far");
    var float32 = new Floats("float", new float[] {3e38f}, new float[] {-2e38f});
    assertThat(optimizer(DESCENT, plan(1, Optional.empty()), float32).step(0))
        .as("4e38 is a double and no float")
        .contains("float");
  }

  private static TensorBytes memory(Optimizer optimizer, String name) {
    return Optional.ofNullable(optimizer.memory().get(name)).orElseThrow();
  }
}
