package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.nn.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final Slice WEIGHT =
      new Plain(
          "a.weight",
          new int[] {2, 3},
          new double[] {1, -2, 0.5, -0.0, 1e300, Double.MIN_VALUE},
          new double[6]);
  private static final Slice NUMBER =
      new Plain("b", new int[] {}, new double[] {3.25}, new double[1]);
  private static final Slice GREEK = new Plain("β", Double.POSITIVE_INFINITY);

  /// The documented bytes, put together and hashed by CPython:
  ///
  /// ```
  /// def add(h, name, shape, numbers):
  ///     h.update(name.encode() + b'\0' + b'F64' + b'\0' + struct.pack('<q', len(shape)))
  ///     for axis in shape: h.update(struct.pack('<q', axis))
  ///     for number in numbers: h.update(struct.pack('<d', number))
  /// h = hashlib.sha256()
  /// add(h, 'a.weight', [2, 3], [1, -2, 0.5, -0.0, 1e300, 5e-324])
  /// add(h, 'b', [], [3.25])
  /// add(h, 'β', [1], [float('inf')])
  /// ```
  @Test
  void isTheSha256OfTheDocumentedBytes() {
    assertThat(Digest.of(List.of(WEIGHT, NUMBER, GREEK)))
        .isEqualTo("9e177484f8a12ea7bd7d8dcec1b06e1b8c077128417a9bb5d7d41f7fd078d1f8");
  }

  @Test
  void ofNothingIsTheSha256OfNothing() {
    assertThat(Digest.of(List.of()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void theOrderOfTheSlicesDoesNotCount() {
    assertThat(Digest.of(List.of(GREEK, WEIGHT, NUMBER)))
        .isEqualTo(Digest.of(List.of(WEIGHT, NUMBER, GREEK)));
  }

  @Test
  void nameShapeAndEveryBitCount() {
    assertThat(
            List.of(
                Digest.of(List.of(new Plain("w", 0.0, 1.0))),
                Digest.of(List.of(new Plain("v", 0.0, 1.0))),
                Digest.of(List.of(new Plain("w", -0.0, 1.0))),
                Digest.of(List.of(new Plain("w", 0.0, Math.nextUp(1.0)))),
                Digest.of(
                    List.of(new Plain("w", new int[] {1, 2}, new double[] {0, 1}, new double[2]))),
                Digest.of(List.of(new Plain("w", 0.0), new Plain("w1", 1.0)))))
        .doesNotHaveDuplicates();
  }
}
