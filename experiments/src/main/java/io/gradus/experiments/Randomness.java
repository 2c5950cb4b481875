package io.gradus.experiments;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Bare;
import io.gradus.plugin.Doc;
import io.gradus.random.Algorithm;
import io.gradus.random.Source;
import io.gradus.random.Streams;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where an experiment's random numbers come from.
public sealed interface Randomness {
  /// The streams that everything may ask for.
  Set<String> STREAMS =
      new TreeSet<>(Set.of("init", "data", "data.order", "batches", "dropout", "sample"));

  /// The streams for a root seed.
  Streams streams(long seed);

  /// One generator by name: philox gives each stream its own, derived from the root seed; every
  /// other is one instance that serves all, in the order of their draws, as published runs do.
  @Bare
  @Doc("one generator: philox with a stream for each use, or one published generator for all")
  record One(@Doc("the generator") Algorithm generator) implements Randomness {
    @Override
    public Streams streams(long seed) {
      return generator == Algorithm.PHILOX
          ? Streams.named(seed, new TreeMap<>())
          : Streams.shared(new Source(generator, seed));
    }
  }

  /// Generators of their own for single streams; the others stay philox from the root seed.
  @Bare
  @Doc("a generator and a seed for single streams")
  record Each(@Doc("by stream") Map<String, Source> streams) implements Randomness {
    public Each {
      streams = Map.copyOf(streams);
      var unknown = new TreeSet<>(streams.keySet());
      unknown.removeAll(STREAMS);
      require(
          unknown.isEmpty(),
          "no stream '%s'; there are %s",
          String.join("', '", unknown),
          String.join(", ", STREAMS));
    }

    @Override
    public Streams streams(long seed) {
      return Streams.named(seed, new TreeMap<>(streams));
    }
  }
}
