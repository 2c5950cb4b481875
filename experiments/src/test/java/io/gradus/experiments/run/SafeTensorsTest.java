package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadBackToTheBit() throws IOException {
    double[] numbers = {1, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.1};
    var tensors = new TreeMap<String, TensorBytes>();
    tensors.put("w", TensorBytes.of(numbers, 2, 3));
    tensors.put("scalar", TensorBytes.of(new double[] {7.5}));
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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void aFileWithoutALengthIsRefused(int bytes) throws IOException {
    assertRefused(new byte[bytes], "it ends within the header's length");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 0, 1, 3, 1L << 32, (16 << 20) + 1})
  void aHeaderOfAnImpossibleLengthIsRefused(long length) throws IOException {
    assertRefused(file(length, "{}", 0), "the header's length is " + length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xx", "[]", "42", "{\"a\":", "{} {}", "{a: 1}", "null", "\0\0"})
  void aHeaderThatIsNoObjectIsRefused(String header) throws IOException {
    assertRefused(file(header.length(), header, 0), "is not a sound safetensors file");
  }

  @Test
  void aHeaderOfEndlessBracketsIsRefused() throws IOException {
    String header = "{\"a\":" + "[".repeat(100_000);

    assertRefused(file(header.length(), header, 0), "is not a sound safetensors file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'a':T,'a':T}                                                  | 8 | uplicate
          {'a':42}                                                       | 0 | the dtype ''
          {'a':{'shape':[1],'data_offsets':[0,8]}}                       | 8 | the dtype ''
          {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}         | 8 | the dtype 'F32'
          {'a':{'dtype':['F64'],'shape':[1],'data_offsets':[0,8]}}       | 8 | the dtype ''
          {'a':{'dtype':'F64','data_offsets':[0,8]}}                     | 8 | lacks a list
          {'a':{'dtype':'F64','shape':1,'data_offsets':[0,8]}}           | 8 | lacks a list
          {'a':{'dtype':'F64','shape':[1],'data_offsets':{}}}            | 8 | lacks a list
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[8]}}           | 8 | 1 data_offsets
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8,8]}}       | 8 | 3 data_offsets
          {'a':{'dtype':'F64','shape':[1.0],'data_offsets':[0,8]}}       | 8 | a bad number
          {'a':{'dtype':'F64','shape':['1'],'data_offsets':[0,8]}}       | 8 | a bad number
          {'a':{'dtype':'F64','shape':[-1],'data_offsets':[0,8]}}        | 8 | a bad number
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[-8,0]}}        | 8 | a bad number
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[0,9223372036854775808]}} | 8 | a bad number
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[0,9223372036854775807]}} | 8 | lies outside
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[8,16]}}        | 8 | lies outside
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[8,0]}}         | 8 | lies outside
          {'a':{'dtype':'F64','shape':[4294967296,4294967296],'data_offsets':[0,0]}} | 0 | larger than
          {'a':{'dtype':'F64','shape':[2,1152921504606846976],'data_offsets':[0,8]}} | 8 | larger than
          {'a':{'dtype':'F64','shape':[2],'data_offsets':[0,8]}}         | 8 | larger than
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[0,16]}}        | 16 | do not fill
          {'a':{'dtype':'F64','shape':[0],'data_offsets':[0,8]}}         | 8 | do not fill
          {'a':T,'b':T}                                                  | 8 | overlap
          {'a':T,'b':{'dtype':'F64','shape':[1],'data_offsets':[16,24]}} | 24 | leave gaps
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[8,16]}}        | 16 | leave gaps
          {'a':T}                                                        | 9 | belong to nothing
          {}                                                             | 1 | belong to nothing
          {'__metadata__':{'step':3}}                                    | 0 | 'step' is not text
          {'__metadata__':[]}                                            | 0 | metadata
          """)
  void aHeaderThatDoesNotFitItsNumbersIsRefused(String header, int bytes, String message)
      throws IOException {
    String json =
        header.replace("T", "{'dtype':'F64','shape':[1],'data_offsets':[0,8]}").replace('\'', '"');

    assertRefused(file(json.length(), json, bytes), message);
  }

  @Test
  void aCheckpointCutOffAnywhereIsRefused() throws IOException {
    var tensors = new TreeMap<String, TensorBytes>();
    tensors.put("w", TensorBytes.of(new double[] {1, 2}, 2));
    byte[] whole = new SafeTensors(tensors, new TreeMap<>()).bytes();

    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), "is not a sound safetensors file");
    }
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

  private void assertRefused(byte[] bytes, String message) throws IOException {
    Path file = folder.resolve("bad.safetensors");
    Files.write(file, bytes);

    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> SafeTensors.read(file))
        .withMessageStartingWith(file.toString())
        .withMessageContaining(message);
  }

  /// A file with this number as its header's length, this header and so many zero bytes.
  private static byte[] file(long length, String header, int numbers) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + numbers)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(text)
        .array();
  }
}
