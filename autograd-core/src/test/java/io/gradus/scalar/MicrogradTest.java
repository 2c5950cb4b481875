package io.gradus.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The examples of micrograd, its lecture and its tests, with the numbers that were printed there.
class MicrogradTest {
  /// What the lecture shows of a gradient: four digits.
  private static final double PRINTED = 5e-5;

  /// How far the C library under Python may round away from StrictMath.
  private static final double LAST_PLACES = 1e-15;

  @Test
  void theParabolaIsFlatAtTwoThirds() {
    double h = 1e-6;
    double rise = parabola(Value.of(2.0 / 3 + h)).data() - parabola(Value.of(2.0 / 3)).data();
    assertThat(rise / h).isEqualTo(2.999378523327323e-06);
    Leaf x = Value.of(2.0 / 3);
    parabola(x).backward();
    assertThat(x.grad()).isZero();
  }

  @Test
  void theParabolaIsTwentyAtThreeAndRisesByFourteen() {
    Leaf x = Value.of(3);
    Value y = parabola(x);
    y.backward();
    assertThat(y.data()).isEqualTo(20);
    assertThat(x.grad()).isEqualTo(14);
  }

  /// `3x² - 4x + 5`.
  private static Value parabola(Value x) {
    return x.pow(2).mul(3).sub(x.mul(4)).add(5);
  }

  @Test
  void oneStepUphillRaisesTheLossOfTheLecture() {
    Leaf a = Value.of(2);
    Leaf b = Value.of(-3);
    Leaf c = Value.of(10);
    Leaf f = Value.of(-2);
    Value e = a.mul(b);
    Value d = e.add(c);
    Value loss = d.mul(f);
    loss.backward();
    assertThat(e.data()).isEqualTo(-6);
    assertThat(d.data()).isEqualTo(4);
    assertThat(loss.data()).isEqualTo(-8);
    assertThat(a.grad()).isEqualTo(6);
    assertThat(b.grad()).isEqualTo(-4);
    assertThat(c.grad()).isEqualTo(-2);
    assertThat(d.grad()).isEqualTo(-2);
    assertThat(e.grad()).isEqualTo(-2);
    assertThat(f.grad()).isEqualTo(4);
    assertThat(loss.grad()).isEqualTo(1);

    for (Leaf leaf : new Leaf[] {a, b, c, f}) {
      leaf.set(leaf.data() + 0.01 * leaf.grad());
    }
    assertThat(a.mul(b).add(c).mul(f).data()).isCloseTo(-7.286496, within(LAST_PLACES * 10));
  }

  @Test
  void theNeuronOfTheLectureHasItsGradients() {
    Leaf x1 = Value.of(2);
    Leaf x2 = Value.of(0);
    Leaf w1 = Value.of(-3);
    Leaf w2 = Value.of(1);
    Leaf b = Value.of(6.881373587019543);
    Value n = x1.mul(w1).add(x2.mul(w2)).add(b);
    Value o = n.tanh();
    o.backward();
    assertThat(n.data()).isEqualTo(0.8813735870195432);
    assertThat(o.data()).isCloseTo(0.7071067811865476, within(LAST_PLACES));
    assertThat(n.grad()).isCloseTo(0.5, within(LAST_PLACES));
    assertThat(b.grad()).isCloseTo(0.5, within(LAST_PLACES));
    assertThat(x1.grad()).isCloseTo(-1.5, within(LAST_PLACES));
    assertThat(w1.grad()).isCloseTo(1.0, within(LAST_PLACES));
    assertThat(x2.grad()).isCloseTo(0.5, within(LAST_PLACES));
    assertThat(w2.grad()).isZero();
  }

  @Test
  void theTangentWrittenWithExponentialsHasTheSameGradients() {
    Leaf x1 = Value.of(2);
    Leaf w1 = Value.of(-3);
    Leaf x2 = Value.of(0);
    Leaf w2 = Value.of(1);
    Leaf b = Value.of(6.881373587019543);
    Leaf two = Value.of(2);
    Value twice = x1.mul(w1).add(x2.mul(w2)).add(b).mul(two);
    Value e = twice.exp();
    Value above = e.sub(1);
    Value below = e.add(1);
    Value inverse = below.pow(-1);
    Value o = above.mul(inverse);
    o.backward();
    assertThat(twice.data()).isCloseTo(1.7627, within(PRINTED));
    assertThat(e.data()).isCloseTo(5.8284, within(PRINTED));
    assertThat(above.data()).isCloseTo(4.8284, within(PRINTED));
    assertThat(below.data()).isCloseTo(6.8284, within(PRINTED));
    assertThat(inverse.data()).isCloseTo(0.1464, within(PRINTED));
    assertThat(o.data()).isCloseTo(0.7071, within(PRINTED));
    assertThat(inverse.grad()).isCloseTo(4.8284, within(PRINTED));
    assertThat(below.grad()).isCloseTo(-0.1036, within(PRINTED));
    assertThat(e.grad()).isCloseTo(0.0429, within(PRINTED));
    assertThat(twice.grad()).isCloseTo(0.25, within(LAST_PLACES * 10));
    assertThat(two.grad()).isCloseTo(0.2203, within(PRINTED));
    assertThat(x1.grad()).isCloseTo(-1.5, within(LAST_PLACES * 10));
    assertThat(w1.grad()).isCloseTo(1.0, within(LAST_PLACES * 10));
    assertThat(x2.grad()).isCloseTo(0.5, within(LAST_PLACES * 10));
    assertThat(w2.grad()).isZero();
    assertThat(b.grad()).isCloseTo(0.5, within(LAST_PLACES * 10));
  }

  @Test
  void aValueAddedToItselfCountsTwice() {
    Leaf a = Value.of(3);
    Value b = a.add(a);
    b.backward();
    assertThat(b.data()).isEqualTo(6);
    assertThat(a.grad()).isEqualTo(2);
  }

  @Test
  void valuesUsedInTwoPlacesGetBothGradients() {
    Leaf a = Value.of(-2);
    Leaf b = Value.of(3);
    Value d = a.mul(b);
    Value e = a.add(b);
    Value f = d.mul(e);
    f.backward();
    assertThat(f.data()).isEqualTo(-6);
    assertThat(a.grad()).isEqualTo(-3);
    assertThat(b.grad()).isEqualTo(-8);
    assertThat(d.grad()).isEqualTo(1);
    assertThat(e.grad()).isEqualTo(-6);
  }

  @Test
  void theSanityCheckGivesMinusTwentyAndFortySix() {
    Leaf x = Value.of(-4);
    Value z = x.mul(2).add(2).add(x);
    Value q = z.relu().add(z.mul(x));
    Value h = z.mul(z).relu();
    Value y = h.add(q).add(q.mul(x));
    y.backward();
    assertThat(y.data()).isEqualTo(-20);
    assertThat(x.grad()).isEqualTo(46);
  }

  @Test
  void theReadmeExampleGivesItsPublishedNumbers() {
    Leaf a = Value.of(-4);
    Leaf b = Value.of(2);
    Value c = a.add(b);
    Value d = a.mul(b).add(b.pow(3));
    c = c.add(c.add(1));
    c = c.add(Value.of(1).add(c).add(a.neg()));
    d = d.add(d.mul(2).add(b.add(a).relu()));
    d = d.add(Value.of(3).mul(d).add(b.sub(a).relu()));
    Value e = c.sub(d);
    Value f = e.pow(2);
    Value g = f.div(2).add(Value.of(10).div(f));
    g.backward();
    assertThat(g.data()).isCloseTo(24.70408163265306, within(1e-14));
    assertThat(a.grad()).isCloseTo(138.83381924198252, within(1e-13));
    assertThat(b.grad()).isCloseTo(645.5772594752186, within(1e-12));
  }
}
