package io.gradus.experiments.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

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
  ///
  /// @param builtIns what may be extended by name where there is no such file
  static Document file(Path file, Function<String, Optional<Document>> builtIns) {
    Path path = file.normalize(); // so that a circle comes back to the same name
    return new FileDocument(path, decode(path.toString(), bytes(path)), builtIns);
  }

  private static byte[] bytes(Path file) {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw unreadable(
            file.toString(),
            String.format(
                Locale.ROOT,
                "the file has %,d bytes; an experiment has at most %,d",
                size,
                LARGEST));
      }
      return Files.readAllBytes(file);
    } catch (AccessDeniedException _) {
      throw unreadable(file.toString(), "you may not read this file");
    } catch (IOException e) {
      throw unreadable(file.toString(), "the file cannot be read: " + e.getMessage());
    }
  }

  /// Text from bytes, without the mark that some editors put at its beginning; a [ConfigException]
  /// points at the first thing that is no text.
  static String decode(String title, byte[] bytes) {
    CharBuffer out = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      String what = "the byte 0x%02x is no text".formatted(bytes[in.position()]);
      throw foreign(title, text, what);
    }
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      if (!isYaml(points[i])) {
        String what = "the character U+%04X is no text".formatted(points[i]);
        throw foreign(title, new String(points, 0, i), what);
      }
    }
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /// Whether YAML 1.2 lets a character stand in a file (its section 5.1).
  private static boolean isYaml(int point) {
    if (point >= 0xa0) {
      return point != 0xfffe && point != 0xffff;
    }
    return (point >= ' ' && point <= '~') || "\t\n\r\u0085".indexOf(point) >= 0;
  }

  /// What is no text, behind the text before it.
  private static ConfigException foreign(String title, String before, String what) {
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = 1 + before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
    Source source = new Source(title, List.of(), Optional.empty());
    return new ConfigException(
        new Mark(source, line, column), "", what, "an experiment is written in UTF-8");
  }

  private static ConfigException unreadable(String title, String what) {
    Source source = new Source(title, List.of(), Optional.empty());
    return new ConfigException(new Mark(source, 1, 1), "", what, "");
  }

  /// A document that is a file; its siblings are files beside it, then what is built in.
  record FileDocument(Path file, String text, Function<String, Optional<Document>> builtIns)
      implements Document {
    @Override
    public Source source() {
      Path folder = file.toAbsolutePath().getParent();
      return Source.of(file.toString(), text, folder == null ? Path.of("/") : folder);
    }

    @Override
    public Optional<Document> sibling(String reference) {
      try {
        Path other = file.resolveSibling(reference);
        return Files.isRegularFile(other)
            ? Optional.of(Document.file(other, builtIns))
            : builtIns.apply(reference);
      } catch (InvalidPathException _) {
        return Optional.empty();
      }
    }
  }
}
