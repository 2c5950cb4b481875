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

/// The random streams of a run: each consumer asks for its own by name.
///
/// A named stream depends on the root seed and its name only, not on which others are asked for or
/// when. It belongs to one thread at a time.
public final class Streams {
  private static final String SHARED = "shared";

  private final boolean shared;
  private final Function<String, Generator> begin;
  private final SortedMap<String, Generator> inUse = new TreeMap<>();

  private Streams(boolean shared, Function<String, Generator> begin) {
    this.shared = shared;
    this.begin = begin;
  }

  /// Independent streams from one root seed; `overrides` replace single ones by name.
  ///
  /// A stream is [Philox], its key the first eight bytes, the lowest first, of the SHA-256 of the
  /// root seed (eight bytes, the lowest first) followed by the name in UTF-8.
  public static Streams named(long rootSeed, Map<String, Source> overrides) {
    Map<String, Source> replaced = Map.copyOf(overrides);
    return new Streams(
        false,
        name ->
            replaced.getOrDefault(name, new Source(Algorithm.PHILOX, key(rootSeed, name))).begin());
  }

  /// One generator that serves every name, in the order of the draws, as older programs do.
  public static Streams shared(Source source) {
    Streams streams = new Streams(true, _ -> source.begin());
    streams.inUse.put(SHARED, source.begin());
    return streams;
  }

  /// The stream of `name`: the same object at every call.
  public Generator stream(String name) {
    return inUse.computeIfAbsent(shared ? SHARED : name, begin);
  }

  /// The state of every generator in use by name; of a shared one, under the name `shared`.
  public SortedMap<String, long[]> states() {
    SortedMap<String, long[]> states = new TreeMap<>();
    inUse.forEach((name, generator) -> states.put(name, generator.state()));
    return Collections.unmodifiableSortedMap(states);
  }

  /// Goes on from where `states` was taken, with the generators that consumers already hold.
  ///
  /// A stream named there is created if need be; one in use that is not named there was not in use
  /// then, and goes back to its beginning.
  ///
  /// @throws IllegalArgumentException if `states` cannot have come from streams like these; they
  ///   are then unchanged
  public void restore(Map<String, long[]> states) {
    SortedMap<String, long[]> sorted = new TreeMap<>(states);
    if (shared && !sorted.keySet().equals(inUse.keySet())) {
      throw new IllegalArgumentException(
          "shared streams have one state named '" + SHARED + "', not " + sorted.keySet());
    }
    sorted.forEach(this::requireState);
    sorted.forEach((name, _) -> stream(name));
    inUse.forEach((name, generator) -> {
      long[] beginning = begin.apply(name).state();
      generator.restore(sorted.getOrDefault(name, beginning));
    });
  }

  private void requireState(String name, long[] state) {
    try {
      begin.apply(name).restore(state);
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
