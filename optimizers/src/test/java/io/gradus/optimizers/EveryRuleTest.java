package io.gradus.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.gradus.tensor.DType;
import io.gradus.tensor.Shape;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What a trainer may expect of every rule, with each of the settings that it treats in its own
/// way.
class EveryRuleTest {
  private static final Schedule LR = new Constant(0.05);
  private static final int SIZE = 37;
  private static final int STEPS = 10;

  /// Rules with a given weight decay.
  private static final List<DoubleFunction<Rule<?>>> RULES =
      List.of(
          decay -> new Sgd(LR, 0, 0, false, decay),
          decay -> new Sgd(LR, 0.9, 0.1, false, decay),
          decay -> new Sgd(LR, 0.9, 0, true, decay),
          decay -> new Adam(LR, 0.9, 0.99, 1e-8, decay, false),
          decay -> new Adam(LR, 0.9, 0.99, 1e-8, decay, true),
          decay -> new AdamW(LR, 0.9, 0.99, 1e-8, decay),
          decay -> new Rmsprop(LR, 0.9, 1e-8, 0, false, decay),
          decay -> new Rmsprop(LR, 0.9, 1e-8, 0.9, false, decay),
          decay -> new Rmsprop(LR, 0.9, 1e-8, 0, true, decay),
          decay -> new Rmsprop(LR, 0.9, 1e-8, 0.9, true, decay),
          decay -> new Adagrad(LR, 1e-10, 0.1, 0.5, decay),
          decay -> new Lion(LR, 0.9, 0.99, decay),
          decay -> new Muon(LR, 0.95, true, 5, decay, new Sgd(LR)),
          decay -> new Muon(LR, 0.95, false, 5, decay, new Sgd(LR)));

  private static Stream<DynamicTest> each(Consumer<DoubleFunction<Rule<?>>> test) {
    return RULES.stream().map(rule -> dynamicTest("" + rule.apply(0.1), () -> test.accept(rule)));
  }

  private static double gradient(int t, int i) {
    return StrictMath.sin(3 * t + i * i);
  }

  /// The parameters after some steps on those from `begin` to `end`, and then all of the memory.
  private static <M extends Record> List<double[]> moved(
      Rule<M> rule, double factor, int begin, int end) {
    double[] w = IntStream.range(begin, end).mapToDouble(i -> 1 + i).toArray();
    M memory = rule.start(w.length);
    for (int t = 0; t < STEPS; t++) {
      int step = t;
      double[] g = IntStream.range(begin, end).mapToDouble(i -> gradient(step, i)).toArray();
      double[] given = g.clone();
      rule.step(new Rule.Update(t, 0.05, factor), w, g, memory);
      assertThat(g).isEqualTo(given);
    }
    List<double[]> all = new ArrayList<>(List.of(w));
    for (RecordComponent component : memory.getClass().getRecordComponents()) {
      all.add(array(memory, component));
    }
    return all;
  }

  private static double[] array(Record memory, RecordComponent component) {
    try {
      return (double[]) component.getAccessor().invoke(memory);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot read " + component, e);
    }
  }

  private static void requireSame(List<double[]> some, List<double[]> others) {
    assertThat(some).usingElementComparator(Arrays::compare).isEqualTo(others);
  }

  @Test
  void noneIsLeftOut() {
    assertThat(RULES.stream().map(rule -> rule.apply(0).getClass()).collect(Collectors.toSet()))
        .isEqualTo(
            new OptimizersCatalog()
                .types().values().stream()
                    .filter(Rule.class::isAssignableFrom)
                    .collect(Collectors.toSet()));
  }

  @TestFactory
  Stream<DynamicTest> itsMemoryIsArraysOfTheSlicesSize() {
    return each(rule ->
        assertThat(moved(rule.apply(0.1), 1, 0, SIZE))
            .allSatisfy(array -> assertThat(array).hasSize(SIZE)));
  }

  @TestFactory
  Stream<DynamicTest> anElementwiseOneMovesPartsToTheBitsOfTheWhole() {
    return each(rule -> {
      Rule<?> elementwise = rule.apply(0.1).on(Shape.of(SIZE), DType.FLOAT64);
      assertThat(elementwise.elementwise()).isTrue();
      List<double[]> whole = moved(elementwise, 1, 0, SIZE);
      for (int[] part : new int[][] {{0, 16}, {16, 17}, {17, SIZE}}) {
        requireSame(
            moved(elementwise, 1, part[0], part[1]),
            whole.stream().map(array -> Arrays.copyOfRange(array, part[0], part[1])).toList());
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> aFactorOfZeroSwitchesItsDecayOff() {
    return each(rule -> {
      List<double[]> without = moved(rule.apply(0), 1, 0, SIZE);
      requireSame(moved(rule.apply(0.5), 0, 0, SIZE), without);
      assertThat(moved(rule.apply(0.5), 1, 0, SIZE).getFirst()).isNotEqualTo(without.getFirst());
    });
  }

  @TestFactory
  Stream<DynamicTest> itsDecayIsMultipliedByTheFactor() {
    return each(rule ->
        requireSame(moved(rule.apply(0.5), 0.25, 0, SIZE), moved(rule.apply(0.125), 1, 0, SIZE)));
  }
}
