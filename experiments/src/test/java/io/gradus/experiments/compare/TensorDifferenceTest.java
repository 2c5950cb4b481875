package io.gradus.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorDifferenceTest {
  private static final String DOUBLES = "\"dtype\":\"F64\",\"shape\":[2,2]";
  private static final String FLOATS = "\"dtype\":\"F32\",\"shape\":[2]";
  private static final String LONGS = "\"dtype\":\"I64\",\"shape\":[2]";

  @TempDir private Path folder;

  private TensorDifference one(String type, Consumer<ByteBuffer> left, Consumer<ByteBuffer> right)
      throws IOException {
    List<TensorDifference> all =
        TensorDifference.of(file("left", "w", type, left), file("right", "w", type, right));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  /// A safetensors file with one tensor.
  private Path file(String title, String tensor, String type, Consumer<ByteBuffer> numbers)
      throws IOException {
    ByteBuffer body = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    numbers.accept(body);
    byte[] header =
        "{\"%s\":{%s,\"data_offsets\":[0,%d]}}"
            .formatted(tensor, type, body.position())
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + header.length + body.position()).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(header.length).put(header).put(body.flip()).flip();
    byte[] bytes = new byte[file.remaining()];
    file.get(bytes);
    return Files.write(folder.resolve(title), bytes);
  }

  private static Consumer<ByteBuffer> doubles(double... numbers) {
    return out -> {
      for (double number : numbers) {
        out.putDouble(number);
      }
    };
  }

  @Test
  void equalTensorsAreTheSame() throws IOException {
    TensorDifference none =
        one(DOUBLES, doubles(1, 2, Double.NaN, 4), doubles(1, 2, Double.NaN, 4));

    assertThat(none.same()).isTrue();
    assertThat(none.within(0)).isTrue();
    assertThat(none.elements()).isEqualTo(4);
    assertThat(none.first()).isEmpty();
    assertThat(none.ulps()).isEmpty();
  }

  @Test
  void theFirstElementAndTheLargestDistancesAreNamed() throws IOException {
    TensorDifference found =
        one(DOUBLES, doubles(1, 2, 3, 4), doubles(1, 2, Math.nextUp(3.0), 3.5));

    assertThat(found.differing()).isEqualTo(2);
    assertThat(found.first())
        .hasValue(new TensorDifference.Element("[1, 0]", "3.0", "3.0000000000000004"));
    assertThat(found.absolute()).isEqualTo(0.5);
    assertThat(found.relative()).isEqualTo(0.125); // of the 4
    assertThat(found.ulps()).hasValue(1L << 50); // from 3.5 to 4 is a quarter of a power of two
    assertThat(found.within(0.125)).isTrue();
    assertThat(found.within(0.1)).isFalse();
  }

  @Test
  void floatsAreComparedInStepsOfFloats() throws IOException {
    TensorDifference found =
        one(
            FLOATS,
            out -> out.putFloat(0.1f).putFloat(1),
            out -> out.putFloat(Math.nextUp(0.1f)).putFloat(1));

    assertThat(found.ulps()).hasValue(1L);
    assertThat(found.first())
        .hasValue(new TensorDifference.Element("[0]", "0.1", Float.toString(Math.nextUp(0.1f))));
    assertThat(found.within(1e-6)).isTrue();
  }

  @Test
  void wholeNumbersAreAlikeOrNot() throws IOException {
    TensorDifference found =
        one(
            LONGS,
            out -> out.putLong(7).putLong(Long.MAX_VALUE),
            out -> out.putLong(8).putLong(Long.MAX_VALUE));

    assertThat(found.differing()).isEqualTo(1);
    assertThat(found.first()).hasValue(new TensorDifference.Element("[0]", "7", "8"));
    assertThat(found.ulps()).isEmpty();
    assertThat(found.within(1e300)).isFalse();
  }

  @Test
  void aNumberThatIsNoneIsNeverWithinAnything() throws IOException {
    TensorDifference found = one(DOUBLES, doubles(1, 2, 3, 4), doubles(1, 2, 3, Double.NaN));

    assertThat(found.within(1e300)).isFalse();
    assertThat(found.ulps()).isEmpty();
  }

  @Test
  void shapesAndNamesThatDifferAreSaid() throws IOException {
    String flat = "\"dtype\":\"F64\",\"shape\":[4]";
    Path left = file("left", "w", DOUBLES, doubles(1, 2, 3, 4));

    TensorDifference shape =
        TensorDifference.of(left, file("flat", "w", flat, doubles(1, 2, 3, 4))).getFirst();
    List<TensorDifference> names =
        TensorDifference.of(left, file("other", "v", DOUBLES, doubles(1, 2, 3, 4)));

    assertThat(shape.left()).hasValue("F64[2, 2]");
    assertThat(shape.right()).hasValue("F64[4]");
    assertThat(shape.same()).isFalse();
    assertThat(shape.within(1)).isFalse();
    assertThat(names).extracting(TensorDifference::name).containsExactly("v", "w");
    assertThat(names).allMatch(each -> !each.same() && !each.within(1));
    assertThat(names.getFirst().left()).isEmpty();
  }
}
