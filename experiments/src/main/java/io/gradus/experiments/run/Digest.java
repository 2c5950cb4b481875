package io.gradus.experiments.run;

import io.gradus.nn.Slice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 over a model's numbers: equal digests mean equal bits.
///
/// For each slice in the order of the names' UTF-16 code units: the name in UTF-8, a 0 byte; the
/// dtype in ASCII (`F32` or `F64`), a 0 byte; the number of axes, then each axis' length, as
/// little-endian 64-bit integers; then the numbers' bits, little-endian, row-major.
public final class Digest {
  private Digest() {}

  /// The digest of these slices, in hexadecimal.
  public static String of(List<Slice> slices) {
    MessageDigest sha = sha256();
    slices.stream().sorted(Comparator.comparing(Slice::name)).forEach(slice -> add(slice, sha));
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void add(Slice slice, MessageDigest sha) {
    sha.update(slice.name().getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    TensorBytes numbers = TensorBytes.of(slice);
    sha.update(numbers.dtype().getBytes(StandardCharsets.US_ASCII));
    sha.update((byte) 0);
    int[] shape = slice.shape();
    ByteBuffer axes = ByteBuffer.allocate(8 * (1 + shape.length)).order(ByteOrder.LITTLE_ENDIAN);
    axes.putLong(shape.length);
    for (int axis : shape) {
      axes.putLong(axis);
    }
    sha.update(axes.array());
    sha.update(numbers.bytes());
  }

  /// The JDK's SHA-256.
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
