package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import io.gradus.random.Source;
import io.gradus.random.Streams;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sound file with seeded mistakes is read, or refused by its message, and takes no more memory
/// than it has bytes, a few times over.
class TensorFileMutationTest {
  private static final int FILES = 5_000;

  /// The buffers of a reader and its exception, whatever the file.
  private static final long ALWAYS = 1 << 20;

  private final Generator random =
      Streams.shared(new Source(Algorithm.CPYTHON, 7)).stream("mutation");

  @TempDir private Path folder;

  @Test
  void everyMutationIsReadOrRefused() throws IOException {
    byte[] sound = sound();
    Path file = folder.resolve("mutated.safetensors");
    int read = 0;
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = mutated(sound);
      Files.write(file, bytes);
      long before = allocated();
      try {
        SafeTensors.read(file);
        read++;
      } catch (RunException e) {
        assertThat(e.getMessage()).startsWith(file + " is not a sound safetensors file: ");
        refused++;
      }
      assertThat(allocated() - before).isLessThan(ALWAYS + 20L * bytes.length);
    }
    assertThat(read).isGreaterThan(FILES / 50);
    assertThat(refused).isGreaterThan(FILES / 2);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static byte[] sound() {
    var tensors = new TreeMap<String, TensorBytes>();
    tensors.put("w", TensorBytes.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));
    tensors.put("b", TensorBytes.of(new float[] {0.5f, 0.25f}, 2));
    tensors.put("none", TensorBytes.of(new double[0], 0, 4));
    tensors.put("random/data", TensorBytes.of(new long[] {1, 2, 3}));
    var metadata = new TreeMap<>(Map.of("step", "12", "tokenizer", "abc"));
    return new SafeTensors(tensors, metadata).bytes();
  }

  /// One to three mistakes: a bit turned, a byte replaced by one of the format's own, bytes cut
  /// off, taken out, doubled.
  private byte[] mutated(byte[] sound) {
    byte[] bytes = sound.clone();
    for (int left = 1 + below(3); left > 0; left--) {
      int at = below(bytes.length);
      int count = 1 + below(Math.min(16, bytes.length - at));
      switch (below(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << below(8));
        case 1 -> bytes[at] = (byte) "0123456789-[]{}:,\"\\ eE.\0\u007f".charAt(below(24));
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 3 -> bytes = spliced(bytes, at, at + count);
        default -> bytes = spliced(bytes, at + count, at);
      }
    }
    return bytes;
  }

  /// The bytes before `end` and those from `begin` on.
  private static byte[] spliced(byte[] bytes, int end, int begin) {
    byte[] out = Arrays.copyOf(bytes, Math.max(1, end + bytes.length - begin));
    System.arraycopy(bytes, begin, out, end, bytes.length - begin);
    return out;
  }

  private int below(int bound) {
    return (int) (random.uniform() * bound);
  }
}
