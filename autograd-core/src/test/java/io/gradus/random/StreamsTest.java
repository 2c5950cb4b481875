package io.gradus.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private static final Source CPYTHON_42 = new Source(Algorithm.CPYTHON, 42);

  private static Streams named(long rootSeed) {
    return Streams.named(rootSeed, Map.of());
  }

  @Test
  void aNameKeepsItsStream() {
    Streams streams = named(42);
    assertThat(streams.stream("init")).isSameAs(streams.stream("init"));
    assertThat(streams.stream("init")).isNotSameAs(streams.stream("dropout"));
  }

  @Test
  void namedStreamsAreFrozen() {
    assertThat(named(42).stream("init").uniform()).isEqualTo(0.35702830825424936);
    assertThat(named(42).stream("data.order").uniform()).isEqualTo(0.7747834085788617);
    assertThat(named(-1).stream("größe").uniform()).isEqualTo(0.9189135229499238);
    assertThat(named(0).stream("").uniform()).isEqualTo(0.27816777856060215);
    assertThat(named(42).stream("init").state())
        .isEqualTo(new Philox(-2123162654817872239L).state());
  }

  @Test
  void theOrderOfAskingAndDrawingChangesNothing() {
    Streams one = named(42);
    Streams other = named(42);
    double init = one.stream("init").gaussian();
    double order = one.stream("data.order").gaussian();
    assertThat(other.stream("data.order").gaussian()).isEqualTo(order);
    other.stream("dropout").uniform();
    assertThat(other.stream("init").gaussian()).isEqualTo(init);
  }

  @Test
  void anOverrideReplacesOneStreamOnly() {
    Streams streams = Streams.named(42, Map.of("data.split", CPYTHON_42));
    assertThat(streams.stream("data.split").uniform()).isEqualTo(0.6394267984578837);
    assertThat(streams.stream("init").uniform()).isEqualTo(named(42).stream("init").uniform());
  }

  @Test
  void sharedStreamsAreOneGeneratorInTheOrderOfTheDraws() {
    Streams streams = Streams.shared(CPYTHON_42);
    assertThat(streams.stream("init")).isSameAs(streams.stream("data.order"));
    assertThat(streams.stream("init").uniform()).isEqualTo(0.6394267984578837);
    assertThat(streams.stream("data.order").uniform()).isEqualTo(0.025010755222666936);
    assertThat(streams.states()).containsOnlyKeys("shared");
  }

  @Test
  void statesListTheStreamsInUse() {
    Streams streams = named(42);
    assertThat(streams.states()).isEmpty();
    streams.stream("sample");
    streams.stream("init");
    assertThat(streams.states().keySet()).containsExactly("init", "sample");
    assertThat(Streams.shared(CPYTHON_42).states())
        .containsExactly(entry("shared", new CPython(42).state()));
  }

  @Test
  void restoringGoesOnExactlyWithTheGeneratorsAlreadyHeld() {
    Streams streams = Streams.named(42, Map.of("data.split", CPYTHON_42));
    Generator init = streams.stream("init");
    Generator split = streams.stream("data.split");
    init.gaussian();
    split.gaussian();
    SortedMap<String, long[]> states = streams.states();
    double nextInit = init.gaussian();
    double nextSplit = split.gaussian();
    double firstDropout = streams.stream("dropout").uniform();

    streams.restore(states);
    assertThat(init.gaussian()).isEqualTo(nextInit);
    assertThat(split.gaussian()).isEqualTo(nextSplit);
    assertThat(streams.stream("dropout").uniform()).isEqualTo(firstDropout);
  }

  @Test
  void restoringCreatesTheStreamsOfAnotherProcess() {
    Streams before = named(42);
    before.stream("init").gaussian();
    before.stream("sample").below(10);
    Streams after = named(42);
    after.restore(before.states());
    assertThat(after.states().keySet()).containsExactly("init", "sample");
    assertThat(after.stream("init").gaussian()).isEqualTo(before.stream("init").gaussian());
    assertThat(after.stream("sample").uniform()).isEqualTo(before.stream("sample").uniform());

    Streams shared = Streams.shared(CPYTHON_42);
    double next = shared.stream("init").uniform();
    shared.restore(Streams.shared(CPYTHON_42).states());
    assertThat(shared.stream("init").uniform()).isEqualTo(next);
  }

  @Test
  void statesOfAnotherShapeAreRejectedAndChangeNothing() {
    Streams streams = named(42);
    Generator init = streams.stream("init");
    long[] before = init.state();
    SortedMap<String, long[]> states = new TreeMap<>();
    states.put("init", named(1).stream("init").state());
    states.put("sample", new CPython(42).state());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> streams.restore(states))
        .withMessage("stream 'sample': a 'philox 1' state has 6 words, not 627");
    assertThat(init.state()).isEqualTo(before);
    assertThat(streams.states()).containsOnlyKeys("init");
  }

  @Test
  void sharedStreamsTakeOneStateOnly() {
    Streams shared = Streams.shared(CPYTHON_42);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shared.restore(Map.of("init", new CPython(42).state())))
        .withMessage("shared streams have one state named 'shared', not [init]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shared.restore(Map.of()))
        .withMessage("shared streams have one state named 'shared', not []");
  }

  @Test
  void streamsOfOnePublishedGeneratorAndSeedShareIt() {
    var torch = new Source(Algorithm.TORCH, 5);
    Streams streams =
        Streams.named(1, Map.of("init", torch, "batches", torch, "data.order", CPYTHON_42));
    assertThat(streams.stream("init")).isSameAs(streams.stream("batches"));
    assertThat(streams.stream("data.order")).isInstanceOf(CPython.class);
    double _ = streams.stream("init").uniform();
    assertThat(streams.states()).containsOnlyKeys("batches", "data.order");

    var philox = new Source(Algorithm.PHILOX, 5);
    Streams apart = Streams.named(1, Map.of("init", philox, "batches", philox));
    assertThat(apart.stream("init")).isNotSameAs(apart.stream("batches"));
  }

  @Test
  void aSamplerGoesOnWhereItsStateWasTaken() {
    Streams before = Streams.shared(new Source(Algorithm.TORCH, 3407));
    int first = before.sampler("batches").below(31_033);
    assertThat(before.states()).containsOnlyKeys("batches.sampler", "shared");
    Streams after = Streams.shared(new Source(Algorithm.TORCH, 3407));
    Map<String, long[]> beginning = after.states();
    after.restore(before.states());
    assertThat(after.sampler("batches").below(31_033))
        .isEqualTo(before.sampler("batches").below(31_033));
    after.restore(beginning);
    assertThat(after.sampler("batches").below(31_033)).isEqualTo(first);
  }

  @Test
  void onlyTorchSeedsASampler() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named(42).sampler("batches"))
        .withMessage("the stream 'batches' seeds a sampler only where its generator is torch");
  }

  @Test
  void aSourceTakesOnlyASeedOfItsGenerator() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Source(Algorithm.NUMPY_LEGACY, -1))
        .withMessage("seed = -1 must be in 0 .. 4294967295 for NumPy's RandomState");
    assertThat(new Source(Algorithm.CPYTHON, -1).seed()).isEqualTo(-1);
  }

  @Test
  void anAlgorithmMakesItsGenerator() {
    assertThat(Algorithm.PHILOX.generator(42).state()).isEqualTo(new Philox(42).state());
    assertThat(Algorithm.CPYTHON.generator(42).state()).isEqualTo(new CPython(42).state());
    assertThat(Algorithm.NUMPY_LEGACY.generator(42).state()).isEqualTo(new NumpyLegacy(42).state());
  }
}
