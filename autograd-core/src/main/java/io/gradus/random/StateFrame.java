package io.gradus.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalDouble;

/// The frame of a saved state: a signature first, the generator's own words, the spare Gaussian.
///
/// The signature is eight ASCII characters, the last of them the version of the generator's rules,
/// so that no state is taken up by another kind of generator. An absent spare is written as NaN.
record StateFrame(String signature, int length) {
  private static final long NO_SPARE = Double.doubleToLongBits(Double.NaN);

  long[] wrap(long[] own, OptionalDouble spare) {
    long[] state = new long[length + 2];
    state[0] = signatureWord();
    System.arraycopy(own, 0, state, 1, length);
    state[length + 1] = Double.doubleToRawLongBits(spare.orElse(Double.NaN));
    return state;
  }

  /// The generator's own words within `state`, whose signature and length are right.
  long[] own(long[] state) {
    if (state.length != length + 2) {
      throw new IllegalArgumentException(
          "a '" + signature + "' state has " + (length + 2) + " words, not " + state.length);
    }
    if (state[0] != signatureWord()) {
      throw new IllegalArgumentException(
          "state[0] = "
              + hex(state[0])
              + " must be "
              + hex(signatureWord())
              + ", '"
              + signature
              + "'");
    }
    return Arrays.copyOfRange(state, 1, length + 1);
  }

  /// The spare Gaussian within `state`, whose length is right.
  OptionalDouble spare(long[] state) {
    long word = state[length + 1];
    if (word == NO_SPARE) {
      return OptionalDouble.empty();
    }
    double spare = Double.longBitsToDouble(word);
    if (!Double.isFinite(spare)) {
      throw new IllegalArgumentException(
          "spare Gaussian = " + spare + " (" + hex(word) + ") must be finite");
    }
    return OptionalDouble.of(spare);
  }

  private long signatureWord() {
    return ByteBuffer.wrap(signature.getBytes(StandardCharsets.US_ASCII)).getLong();
  }

  private static String hex(long word) {
    return "0x" + Long.toHexString(word);
  }
}
