package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeTensorsTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadBackToTheBit() throws IOException {
    double[] numbers = {1, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.1};
    var tensors = new TreeMap<String, TensorBytes>();
    tensors.put("w", TensorBytes.of(numbers, 2, 3));
    tensors.put("scalar", TensorBytes.of(new double[] {7.5}));
    tensors.put("floats", TensorBytes.of(new float[] {0.1f, -0f, Float.MIN_VALUE}, 3));
    tensors.put("empty", TensorBytes.of(new double[0], 0, 4));
    tensors.put("random/β \"quoted\"", TensorBytes.of(new long[] {Long.MIN_VALUE, -1}));
    var stored = new SafeTensors(tensors, new TreeMap<>(Map.of("step", "3", "text", "Zoë\n")));
    Path file = folder.resolve("model.safetensors");
    Files.write(file, stored.bytes());

    SafeTensors read = SafeTensors.read(file);

    assertThat(read.metadata()).isEqualTo(stored.metadata());
    assertThat(read.tensors().keySet()).isEqualTo(tensors.keySet());
    assertThat(read.tensors())
        .allSatisfy((name, tensor) ->
            assertThat(tensor).usingRecursiveComparison().isEqualTo(tensors.get(name)));
    assertThat(read.bytes()).isEqualTo(stored.bytes());
  }

  @Test
  void theFileIsLaidOutAsItsFormatSays() {
    var tensors = new TreeMap<String, TensorBytes>();
    tensors.put("b", TensorBytes.of(new double[] {1.0}, 1));
    tensors.put("a", TensorBytes.of(new long[] {2, 3}));
    String header =
        """
        {"__metadata__":{"step":"3"},\
        "a":{"data_offsets":[0,16],"dtype":"I64","shape":[2]},\
        "b":{"data_offsets":[16,24],"dtype":"F64","shape":[1]}}\
        """;
    int padded = (header.length() + 7) / 8 * 8;

    byte[] bytes = new SafeTensors(tensors, new TreeMap<>(Map.of("step", "3"))).bytes();

    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(in.getLong()).isEqualTo(padded);
    assertThat(new String(bytes, 8, padded, StandardCharsets.UTF_8))
        .isEqualTo(header + " ".repeat(padded - header.length()));
    in.position(8 + padded);
    assertThat(in.getLong()).isEqualTo(2);
    assertThat(in.getLong()).isEqualTo(3);
    assertThat(in.getDouble()).isEqualTo(1.0);
    assertThat(in.remaining()).isZero();
  }

  @Test
  void numbersComeBackAsTheTypeThatTheyAre() {
    assertThat(TensorBytes.of(new float[] {0.1f, -0f}, 2).floats()).containsExactly(0.1f, -0f);
    assertThat(TensorBytes.of(new double[] {0.1}, 1).doubles()).containsExactly(0.1);
    assertThat(TensorBytes.of(new long[] {-7}).longs()).containsExactly(-7);
  }

  @Test
  void numbersOfAnotherTypeAreRefusedByName() {
    TensorBytes floats = TensorBytes.of(new float[] {1, 2}, 2);

    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> floats.as("F64", "w"))
        .withMessage("'w' is F32[2], not F64");
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(floats::doubles)
        .withMessage("F32[2] is stored where numbers of the dtype F64 belong");
    assertThatExceptionOfType(RunException.class).isThrownBy(floats::longs);
    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> TensorBytes.of(new double[] {1}, 1).floats());
  }

  @Test
  void aShapeThatItsNumbersDoNotFillIsNotWritten() {
    var tensors = new TreeMap<>(Map.of("w", TensorBytes.of(new double[] {1, 2}, 3)));

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new SafeTensors(tensors, new TreeMap<>()))
        .withMessage("'w' has 16 bytes, and F64[3] takes 24");
  }

  @Test
  void aFileThatIsNoCheckpointIsSaid() throws IOException {
    Path file = folder.resolve("other.safetensors");
    Files.write(
        file, new SafeTensors(new TreeMap<>(), new TreeMap<>(Map.of("step", "-1"))).bytes());

    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> Checkpoint.read(file))
        .withMessage(file + " is not a checkpoint of gradus (format none)");
  }
}
