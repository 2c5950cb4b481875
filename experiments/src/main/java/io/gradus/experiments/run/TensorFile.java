package io.gradus.experiments.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;

/// A safetensors file whose header was read and is sound; its numbers are read a tensor at a time.
///
/// Nothing is allocated by what a header claims before the claim was held against the size of the
/// file.
public final class TensorFile implements AutoCloseable {
  /// No header is longer; it holds what a tokenizer learned, too.
  static final int LARGEST_HEADER = 16 << 20;

  /// No tensor is larger: its bytes are one array.
  static final int LARGEST_TENSOR = Integer.MAX_VALUE - 8;

  /// No file is larger: more would be read into no memory.
  private static final long LARGEST_FILE = 64L << 30;

  /// Where a tensor is in its file.
  ///
  /// @param begin of its bytes, behind the header
  /// @param end of its bytes, behind the header
  public record Place(String dtype, long[] shape, long begin, long end) {
    /// `F64[2, 3]`.
    public String inWords() {
      return dtype + Arrays.toString(shape);
    }
  }

  private final Path file;
  private final FileChannel channel;
  private final TensorHeader header;
  private final long begin;

  private TensorFile(Path file, FileChannel channel, TensorHeader header, long begin) {
    this.file = file;
    this.channel = channel;
    this.header = header;
    this.begin = begin;
  }

  /// Opens a file and reads its header; a [RunException] says what is wrong with it.
  public static TensorFile open(Path file) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        return open(file, channel);
      } catch (IOException | RuntimeException | Error e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw cannotRead(file, e);
    } catch (JacksonException e) {
      String reason = TensorHeader.shown(e.getOriginalMessage());
      throw unsound(file, "the header is no JSON: " + reason);
    } catch (IllegalArgumentException e) {
      throw unsound(file, String.valueOf(e.getMessage()));
    }
  }

  private static TensorFile open(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    TensorHeader.require(size >= 8, "it has %d bytes; the header's length alone takes 8", size);
    TensorHeader.require(
        size <= LARGEST_FILE, "it has %d bytes; at most %d are read", size, LARGEST_FILE);
    long length = ByteBuffer.wrap(read(channel, 0, 8)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    TensorHeader.require(
        length >= 2 && length <= Math.min(LARGEST_HEADER, size - 8),
        "the header's length is %d; %d bytes follow it, and a header has at most %d",
        length,
        size - 8,
        LARGEST_HEADER);
    TensorHeader header = TensorHeaderReader.read(text(read(channel, 8, (int) length)));
    header.requireFit(size - 8 - length);
    return new TensorFile(file, channel, header, 8 + length);
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new IllegalArgumentException("the header is not written in UTF-8");
    }
  }

  /// The tensors by name, in order.
  public SortedMap<String, Place> places() {
    return header.places();
  }

  /// Texts by name.
  public SortedMap<String, String> metadata() {
    return header.metadata();
  }

  /// Reads one tensor.
  public TensorBytes read(String name) {
    Place place = header.places().get(name);
    if (place == null) {
      throw new RunException("%s has no '%s'".formatted(file, TensorHeader.shown(name)));
    }
    try {
      int size = Math.toIntExact(place.end() - place.begin());
      byte[] bytes = read(channel, begin + place.begin(), size);
      return new TensorBytes(place.dtype(), place.shape(), bytes);
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  private static byte[] read(FileChannel channel, long from, int size) throws IOException {
    byte[] bytes = new byte[size];
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      if (channel.read(left, from + left.position()) < 0) {
        throw new IOException("it became shorter while it was read");
      }
    }
    return bytes;
  }

  private static RunException unsound(Path file, String reason) {
    return new RunException(file + " is not a sound safetensors file: " + reason);
  }

  private static RunException cannotRead(Path file, IOException e) {
    return new RunException("cannot read " + file + ": " + e.getMessage());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }
}
