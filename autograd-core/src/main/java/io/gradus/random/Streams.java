package io.gradus.random;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The random streams of a run: each consumer asks for its own by name.
///
/// A named stream depends on the root seed and its name only, not on which others are asked for or
/// when. It belongs to one thread at a time.
public final class Streams {
  private static final String SHARED = "shared";
  private static final String SAMPLER = ".sampler";

  private final boolean shared;
  private final UnaryOperator<String> owner;
  private final Function<String, Generator> begin;
  private final SortedMap<String, Generator> inUse = new TreeMap<>();
  private final SortedMap<String, Torch> samplers = new TreeMap<>();

  /// Streams whose generators are kept by name.
  ///
  /// @param owner the name under which the generator that serves a stream is kept
  /// @param begin that generator at its beginning
  private Streams(boolean shared, UnaryOperator<String> owner, Function<String, Generator> begin) {
    this.shared = shared;
    this.owner = owner;
    this.begin = begin;
  }

  /// Independent streams from one root seed; `overrides` replace single ones by name. Those that
  /// name one published generator with one seed share it, in the order of the draws.
  ///
  /// A stream is [Philox], its key the first eight bytes, the lowest first, of the SHA-256 of the
  /// root seed (eight bytes, the lowest first) followed by the name in UTF-8.
  public static Streams named(long rootSeed, Map<String, Source> overrides) {
    SortedMap<String, Source> replaced = new TreeMap<>(overrides);
    SortedMap<String, String> owners = owners(replaced);
    return new Streams(
        false,
        name -> owners.getOrDefault(name, name),
        name ->
            replaced.getOrDefault(name, new Source(Algorithm.PHILOX, key(rootSeed, name))).begin());
  }

  /// The first of the streams that have one source.
  private static SortedMap<String, String> owners(SortedMap<String, Source> sources) {
    SortedMap<String, String> owners = new TreeMap<>();
    sources.forEach((name, source) -> {
      if (source.generator() != Algorithm.PHILOX) {
        sources.entrySet().stream()
            .filter(other -> other.getValue().equals(source))
            .findFirst()
            .ifPresent(first -> owners.put(name, first.getKey()));
      }
    });
    return owners;
  }

  /// One generator that serves every name, in the order of the draws, as older programs do.
  public static Streams shared(Source source) {
    Streams streams = new Streams(true, _ -> SHARED, _ -> source.begin());
    streams.inUse.put(SHARED, source.begin());
    return streams;
  }

  /// The stream of `name`: the same object at every call.
  public Generator stream(String name) {
    return inUse.computeIfAbsent(owner.apply(name), begin);
  }

  /// The sampler of a `DataLoader` that the stream of `name` seeds at the first call: the same
  /// object at every call.
  ///
  /// @throws IllegalArgumentException if that stream is no [Torch]
  public Torch sampler(String name) {
    return samplers.computeIfAbsent(name + SAMPLER, _ -> torch(name).sampler());
  }

  private Torch torch(String name) {
    if (stream(name) instanceof Torch torch) {
      return torch;
    }
    throw new IllegalArgumentException(
        "the stream '" + name + "' seeds a sampler only where its generator is torch");
  }

  /// Where every generator is now; cheap enough to be kept at each step.
  public record Moment(SortedMap<String, Generator> generators) {
    /// What [Streams#states()] was then.
    public SortedMap<String, long[]> states() {
      SortedMap<String, long[]> states = new TreeMap<>();
      generators.forEach((name, generator) -> states.put(name, generator.state()));
      return Collections.unmodifiableSortedMap(states);
    }
  }

  /// This moment, to which [#restore(Map)] can go back.
  public Moment moment() {
    SortedMap<String, Generator> generators = new TreeMap<>();
    inUse.forEach((name, generator) -> generators.put(name, generator.copy()));
    samplers.forEach((name, generator) -> generators.put(name, generator.copy()));
    return new Moment(generators);
  }

  /// The state of every generator in use by name; of a shared one, under the name `shared`.
  public SortedMap<String, long[]> states() {
    return moment().states();
  }

  /// Goes on from where `states` was taken, with the generators that consumers already hold.
  ///
  /// A stream named there is created if need be; one in use that is not named there was not in use
  /// then, and goes back to its beginning. A sampler that is not named there is seeded anew.
  ///
  /// @throws IllegalArgumentException if `states` cannot have come from streams like these; they
  ///   are then unchanged
  public void restore(Map<String, long[]> states) {
    SortedMap<String, long[]> streams = new TreeMap<>(states);
    SortedMap<String, long[]> ofSamplers = new TreeMap<>();
    states.forEach((name, state) -> {
      if (name.endsWith(SAMPLER)) {
        ofSamplers.put(name, state);
        streams.remove(name);
      }
    });
    if (shared && !streams.keySet().equals(inUse.keySet())) {
      throw new IllegalArgumentException(
          "shared streams have one state named '" + SHARED + "', not " + streams.keySet());
    }
    streams.forEach(this::requireState);
    ofSamplers.forEach((name, state) -> requireState(new Torch(0), name, state));
    streams.forEach((name, _) -> stream(name));
    inUse.forEach((name, generator) -> {
      long[] beginning = begin.apply(name).state();
      generator.restore(streams.getOrDefault(name, beginning));
    });
    samplers.keySet().retainAll(ofSamplers.keySet());
    ofSamplers.forEach(
        (name, state) -> samplers.computeIfAbsent(name, _ -> new Torch(0)).restore(state));
  }

  private void requireState(String name, long[] state) {
    if (!owner.apply(name).equals(name)) {
      throw new IllegalArgumentException(
          "stream '%s' has no state of its own here: '%s' serves it"
              .formatted(name, owner.apply(name)));
    }
    requireState(begin.apply(name), name, state);
  }

  private static void requireState(Generator like, String name, long[] state) {
    try {
      like.restore(state);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("stream '" + name + "': " + e.getMessage(), e);
    }
  }

  /// The key of a stream or of a part of one.
  static long key(long rootSeed, String name) {
    byte[] seed =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(rootSeed).array();
    MessageDigest digest = sha256();
    digest.update(seed);
    byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
