package io.gradus.experiments.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An experiment file before it is read: where it is from, its text, and how it finds its siblings.
public interface Document {
  /// No experiment is longer.
  int LARGEST = 1 << 20;

  /// Where it is from.
  Source source();

  /// Its text.
  String text();

  /// The document that `extends` names; empty where there is none.
  Optional<Document> sibling(String reference);

  /// A file of the person's own; a [ConfigException] where it cannot be read as text.
  static Document file(Path file) {
    return new FileDocument(file, decode(file.toString(), bytes(file)));
  }

  private static byte[] bytes(Path file) {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw unreadable(
            file.toString(),
            "it has %,d bytes; an experiment has at most %,d".formatted(size, LARGEST));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file.toString(), "it cannot be read: " + e.getMessage());
    }
  }

  /// Text from bytes; a [ConfigException] points at the first byte that is none.
  static String decode(String title, byte[] bytes) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer out = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(in, out, true);
    int bad = result.isError() ? in.position() : indexOfControl(bytes);
    if (bad >= 0) {
      int line = 1;
      int column = 1;
      for (int i = 0; i < bad; i++) {
        column = bytes[i] == '\n' ? 1 : column + 1;
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new ConfigException(
          new Mark(new Source(title, List.of(), Optional.empty()), line, column),
          "",
          "byte 0x%02x is not text; an experiment is written in UTF-8".formatted(bytes[bad]),
          "");
    }
    return out.flip().toString();
  }

  private static int indexOfControl(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0 && bytes[i] < ' ' && "\t\n\r".indexOf(bytes[i]) < 0) {
        return i;
      }
    }
    return -1;
  }

  private static ConfigException unreadable(String title, String what) {
    Source source = new Source(title, List.of(), Optional.empty());
    return new ConfigException(new Mark(source, 1, 1), "", what, "");
  }

  /// A document that is a file; its siblings are files beside it.
  record FileDocument(Path file, String text) implements Document {
    @Override
    public Source source() {
      Path folder = file.toAbsolutePath().getParent();
      return Source.of(file.toString(), text, folder == null ? Path.of("/") : folder);
    }

    @Override
    public Optional<Document> sibling(String reference) {
      Path other = file.resolveSibling(reference).normalize();
      return Files.isRegularFile(other) ? Optional.of(Document.file(other)) : Optional.empty();
    }
  }
}
