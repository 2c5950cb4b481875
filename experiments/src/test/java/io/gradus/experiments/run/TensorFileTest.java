package io.gradus.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
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

/// Files that others wrote, or cut off, or made to do harm.
class TensorFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void aFileWithoutALengthIsRefused(int bytes) throws IOException {
    assertRefused(
        new byte[bytes], "it has %d bytes; the header's length alone takes 8".formatted(bytes));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 0, 1, 3, 1L << 32, (16 << 20) + 1})
  void aHeaderOfAnImpossibleLengthIsRefused(long length) throws IOException {
    assertRefused(
        file(length, "{}", 0),
        "the header's length is %d; 2 bytes follow it, and a header has at most 16777216"
            .formatted(length));
  }

  @Test
  void aFileThatIsALengthOnlyIsRefused() throws IOException {
    assertRefused(file(2, "", 0), "the header's length is 2; 0 bytes follow it");
  }

  @Test
  void aFileWithoutTensorsIsSound() throws IOException {
    Path file = folder.resolve("none.safetensors");
    Files.write(file, file(2, "{}", 0));

    assertThat(SafeTensors.read(file).tensors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          xx       | the header is no JSON: Unrecognized token 'xx'
          []       | the header is no object
          42       | the header is no object
          null     | the header is no object
          {"a":    | the header is no JSON: Unexpected end-of-input
          {} {}    | the header goes on behind its object
          {a: 1}   | the header is no JSON: Unexpected character ('a'
          {"a":[]} | 'a' is no object
          """)
  void aHeaderThatIsNoObjectOfObjectsIsRefused(String header, String message) throws IOException {
    assertRefused(file(header.length(), header, 0), message);
  }

  @Test
  void aHeaderThatIsNotTextIsRefused() throws IOException {
    byte[] bytes = file(9, "{\"w\": {} }", 0);
    bytes[10] = (byte) 0xff;

    assertRefused(bytes, "the header is not written in UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void aHeaderOfEndlessBracketsIsRefused(String opening) throws IOException {
    String header = "{\"a\":" + opening.repeat(100_000);

    assertRefused(file(header.length(), header, 0), "'a' ");
  }

  @Test
  void aHugeTextOrNumberIsRefused() throws IOException {
    String name = "{\"" + "x".repeat(200_000) + "\":{}}";
    String number = "{\"a\":{\"shape\":[" + "9".repeat(200_000) + "]}}";
    String dtype = "{\"a\":{\"dtype\":\"" + "F".repeat(200_000) + "\"}}";

    assertRefused(file(name.length(), name, 0), "the header is no JSON: Name length");
    assertRefused(file(number.length(), number, 0), "the header is no JSON: Number value length");
    assertRefused(file(dtype.length(), dtype, 0), "'a' has the dtype '" + "F".repeat(100) + "...'");
  }

  @Test
  void whatATerminalWouldObeyIsWrittenOut() throws IOException {
    String header = "{\"a\\u001b[31m\":7}";

    assertRefused(file(header.length(), header, 0), "'a\\u001b[31m' is no object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'a':T,'a':T}                                            | 8 | two tensors are named 'a'
          {'a':42}                                                 | 0 | 'a' is no object
          {'a':{'shape':[1],'data_offsets':[0,8]}}                 | 8 | 'a' has no dtype
          {'a':{'dtype':'F64','data_offsets':[0,8]}}               | 8 | 'a' has no shape
          {'a':{'dtype':'F64','shape':[1]}}                        | 8 | 'a' has no data_offsets
          {'a':{'dtype':'F64','dtype':'F64'}}                      | 8 | 'a' has two of dtype
          {'a':{'shape':[1],'shape':[1]}}                          | 8 | 'a' has two of shape
          {'a':{'data_offsets':[0,8],'data_offsets':[0,8]}}        | 8 | 'a' has two of data_offsets
          {'a':{'Dtype':'F64'}}        | 8 | 'a' has an unknown 'Dtype'; there are dtype, shape and data_offsets
          {'a':{'dtype':'BF16','shape':[4],'data_offsets':[0,8]}}  | 8 | 'a' has the dtype 'BF16'; there are F32, F64, I64
          {'a':{'dtype':['F64'],'shape':[1],'data_offsets':[0,8]}} | 8 | the dtype of 'a' is no text
          {'a':{'dtype':'F64','shape':1,'data_offsets':[0,8]}}     | 8 | the shape of 'a' is no list
          {'a':{'dtype':'F64','shape':[1],'data_offsets':{}}}      | 8 | the data_offsets of 'a' is no list
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[8]}}     | 8 | 'a' has 1 data_offsets; there are two
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8,8]}} | 8 | 'a' has 3 data_offsets; there are two
          {'a':{'dtype':'F64','shape':[1.0],'data_offsets':[0,8]}} | 8 | 'a' has '1.0' in its shape
          {'a':{'dtype':'F64','shape':['1'],'data_offsets':[0,8]}} | 8 | 'a' has '1' in its shape
          {'a':{'dtype':'F64','shape':[null],'data_offsets':[0,8]}} | 8 | in its shape, which is no number
          {'a':{'dtype':'F64','shape':[[1]],'data_offsets':[0,8]}} | 8 | in its shape, which is no number
          {'a':{'dtype':'F64','shape':[-1],'data_offsets':[0,8]}}  | 8 | 'a' has '-1' in its shape
          {'a':{'dtype':'F64','shape':[1e0],'data_offsets':[0,8]}} | 8 | 'a' has '1e0' in its shape
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[-8,0]}}  | 8 | 'a' has '-8' in its data_offsets
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[0,9223372036854775808]}} | 8 | '9223372036854775808' in its data_offsets, which is no number from 0 to 10^18
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[0,999999999999999999]}}  | 8 | 'a' ends at byte 999999999999999999 of the numbers, and 8 bytes are there
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[8,16]}}  | 8 | 'a' ends at byte 16 of the numbers, and 8 bytes are there
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[8,0]}}   | 8 | 'a' begins at byte 8 and ends before it, at 0
          {'a':{'dtype':'F64','shape':[4294967296,4294967296],'data_offsets':[0,0]}} | 0 | 'a' is F64[4294967296, 4294967296], larger than the file
          {'a':{'dtype':'F64','shape':[2,999999999999999999],'data_offsets':[0,8]}}  | 8 | larger than the file
          {'a':{'dtype':'F64','shape':[2],'data_offsets':[0,8]}}   | 8 | 'a' is F64[2], larger than the file
          {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,8]}}   | 8 | 'a' is F32[1], which takes 4 bytes, and has 8
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[0,16]}}  | 16 | 'a' is F64[1], which takes 8 bytes, and has 16
          {'a':{'dtype':'F64','shape':[0],'data_offsets':[0,8]}}   | 8 | 'a' is F64[0], which takes 0 bytes, and has 8
          {'a':T,'b':T}                                            | 8 | 'b' begins at byte 0, within another tensor
          {'a':T,'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}   | 8 | 'b' begins at byte 4, within another tensor
          {'a':T,'b':{'dtype':'F64','shape':[1],'data_offsets':[16,24]}} | 24 | bytes 8 to 16 belong to no tensor
          {'a':{'dtype':'F64','shape':[1],'data_offsets':[8,16]}}  | 16 | bytes 0 to 8 belong to no tensor
          {'a':T}                                                  | 9 | bytes 8 to 9 belong to no tensor
          {}                                                       | 1 | bytes 0 to 1 belong to no tensor
          {'__metadata__':{'step':3}}                              | 0 | 'step' in __metadata__ is no text
          {'__metadata__':{'step':'3','step':'4'}}                 | 0 | 'step' is twice in __metadata__
          {'__metadata__':{},'__metadata__':{}}                    | 0 | the header has two __metadata__
          {'__metadata__':[]}                                      | 0 | __metadata__ is no object
          {'\\ud800':T}                                            | 8 | the header is no JSON: Broken surrogate pair
          """)
  void aHeaderThatDoesNotFitItsNumbersIsRefused(String header, int bytes, String message)
      throws IOException {
    String json =
        header.replace("T", "{'dtype':'F64','shape':[1],'data_offsets':[0,8]}").replace('\'', '"');

    assertRefused(file(json.length(), json, bytes), message);
  }

  @Test
  void moreAxesThanAnyTensorHasAreRefused() throws IOException {
    String header =
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[" + "1,".repeat(32) + "1],\"data_offsets\":[0,8]}}";

    assertRefused(file(header.length(), header, 8), "the shape of 'a' has more than 32 numbers");
  }

  @Test
  void tensorsMayStandInAnyOrderAndHoldNothing() throws IOException {
    String header =
        """
        {"b":{"dtype":"F64","shape":[1],"data_offsets":[8,16]},\
        "none":{"dtype":"F32","shape":[999999999999,0,999999999999],"data_offsets":[8,8]},\
        "a":{"shape":[],"data_offsets":[0,8],"dtype":"F64"}}\
        """;
    Path file = folder.resolve("any.safetensors");
    Files.write(file, file(header.length(), header, 16));

    try (TensorFile open = TensorFile.open(file)) {
      assertThat(open.places().keySet()).containsExactly("a", "b", "none");
      assertThat(open.read("a").doubles()).containsExactly(0);
      assertThat(open.read("none").floats()).isEmpty();
    }
  }

  @Test
  void aFileCutOffAnywhereIsRefused() throws IOException {
    var tensors = new TreeMap<>(Map.of("w", TensorBytes.of(new double[] {1, 2}, 2)));
    byte[] whole = new SafeTensors(tensors, new TreeMap<>()).bytes();

    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), "is not a sound safetensors file: ");
    }
  }

  @Test
  void placesBehindTwoGibibytesAreReadWithoutTheRest() throws IOException {
    long half = 1_500_000_000L;
    String header =
        """
        {"a":{"dtype":"F32","shape":[375000000],"data_offsets":[0,%d]},\
        "b":{"dtype":"F32","shape":[375000000],"data_offsets":[%d,%d]},\
        "c":{"dtype":"F64","shape":[1],"data_offsets":[%d,%d]}}\
        """
            .formatted(half, half, 2 * half, 2 * half, 2 * half + 8);
    Path file = folder.resolve("large.safetensors");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.write(file(header.length(), header, 0));
      sparse.seek(8 + header.length() + 2 * half);
      sparse.writeLong(Long.reverseBytes(Double.doubleToLongBits(0.5)));
    }

    try (TensorFile large = TensorFile.open(file)) {
      assertThat(large.read("c").doubles()).containsExactly(0.5);
    }
  }

  @Test
  void aTensorTooLargeForOneArrayIsRefused() throws IOException {
    long size = 1L << 31;
    String header =
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[536870912],\"data_offsets\":[0,%d]}}".formatted(size);
    Path file = folder.resolve("large.safetensors");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.write(file(header.length(), header, 0));
      sparse.setLength(8 + header.length() + size);
    }

    assertThatExceptionOfType(RunException.class)
        .isThrownBy(() -> SafeTensors.read(file))
        .withMessageEndingWith(
            "'a' has 2147483648 bytes, more than the 2147483639 that one tensor may have here");
  }

  @Test
  void aTensorThatIsNotThereIsSaid() throws IOException {
    Path file = folder.resolve("none.safetensors");
    Files.write(file, file(2, "{}", 0));

    try (TensorFile open = TensorFile.open(file)) {
      assertThatExceptionOfType(RunException.class)
          .isThrownBy(() -> open.read("w"))
          .withMessage(file + " has no 'w'");
    }
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
