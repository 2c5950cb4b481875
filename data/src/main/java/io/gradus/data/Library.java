package io.gradus.data;

import io.gradus.data.Corpora.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds texts: corpora in the folders where they may lie, in the jar or behind their pinned
/// address, and a person's own files.
public final class Library {
  /// More than any text that a person trains on here, less than would fill the memory.
  private static final long LARGEST = 256L << 20;

  private final List<Place> places;
  private final Optional<Path> cache;
  private final Downloader downloader;

  /// A folder to look in.
  ///
  /// @param title what a person calls it, such as `--data-dir`
  /// @param folder the folder; empty where the person has not said one
  public record Place(String title, Optional<Path> folder) {}

  /// Fetches what lies behind an address; gives up past so many bytes.
  public interface Downloader {
    /// The bytes behind the address.
    byte[] fetch(URI address, long largest) throws IOException, InterruptedException;
  }

  /// A text and where it came from.
  ///
  /// @param name the corpus or the file as the experiment names it
  /// @param origin the file's path, the address, or `built in`
  /// @param sha256 of the bytes, in hexadecimal
  /// @param bytes how many there are
  public record Text(String name, String origin, String sha256, long bytes, String content) {}

  /// Looks in these places in order, then in the cache, then behind the pinned address; what was
  /// downloaded is kept in the cache.
  public Library(List<Place> places, Optional<Path> cache, Downloader downloader) {
    this.places = List.copyOf(places);
    this.cache = cache;
    this.downloader = downloader;
  }

  /// The text of a corpus; a [DataException] tells where it was looked for and how to get it.
  public Text corpus(String name) {
    Corpus corpus = Corpora.known(name);
    if (corpus.address().isEmpty()) {
      return pinned(corpus, builtIn(corpus), "built in");
    }
    Optional<Path> file = find(corpus);
    if (file.isPresent()) {
      return pinned(corpus, bytesOf(file.get()), file.get().toString());
    }
    String address = corpus.address().get();
    byte[] bytes = download(corpus, address);
    Text text = pinned(corpus, bytes, address);
    keep(corpus, bytes);
    return text;
  }

  /// The file that holds a corpus, where one is there.
  public Optional<Path> find(Corpus corpus) {
    return folders().stream()
        .flatMap(place -> place.folder().stream())
        .map(folder -> folder.resolve(corpus.name() + ".txt"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /// A person's own text; a [DataException] says what is wrong with it.
  public Text file(Path file) {
    byte[] bytes = bytesOf(file);
    return text(file.toString(), file.toAbsolutePath().normalize().toString(), bytes);
  }

  private List<Place> folders() {
    return Stream.concat(
            places.stream(), cache.stream().map(path -> new Place("the cache", Optional.of(path))))
        .toList();
  }

  private static byte[] builtIn(Corpus corpus) {
    try (InputStream in = Library.class.getResourceAsStream(corpus.name() + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("the jar has no " + corpus.name() + ".txt");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new DataException("cannot read the built-in " + corpus.name() + ": " + e.getMessage());
    }
  }

  private static byte[] bytesOf(Path file) {
    try {
      if (!Files.exists(file)) {
        throw new DataException("there is no file " + file);
      }
      if (!Files.isRegularFile(file)) {
        throw new DataException(file + " is not a file");
      }
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new DataException(
            "%s has %,d bytes; a text may have at most %,d".formatted(file, size, LARGEST));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DataException("cannot read " + file + ": " + e.getMessage());
    }
  }

  private static Text pinned(Corpus corpus, byte[] bytes, String origin) {
    Text text = text(corpus.name(), origin, bytes);
    if (!text.sha256().equals(corpus.sha256())) {
      throw new DataException(
          """
          %s is not the corpus '%s': its SHA-256 is
            %s, not
            %s
          To train on a text of your own, say data: {type: lines, file: YOUR.txt}\
          """
              .formatted(origin, corpus.name(), text.sha256(), corpus.sha256()));
    }
    return text;
  }

  private static Text text(String name, String origin, byte[] bytes) {
    return new Text(name, origin, sha256(bytes), bytes.length, decode(name, bytes));
  }

  private byte[] download(Corpus corpus, String address) {
    String reason;
    try {
      return downloader.fetch(URI.create(address), LARGEST);
    } catch (IOException e) {
      reason = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      reason = "interrupted";
    }
    var message = new StringBuilder();
    message.append(
        "the corpus '%s' is not here: no %s.txt in%n".formatted(corpus.name(), corpus.name()));
    for (Place place : folders()) {
      String folder = place.folder().map(Path::toString).orElse("(not given)");
      message.append("  %s: %s%n".formatted(place.title(), folder));
    }
    message.append("and it could not be downloaded from%n  %s: %s%n".formatted(address, reason));
    message.append(
        "Download it yourself, save it as %s.txt in one of these folders, "
            .formatted(corpus.name()));
    message.append("or name its folder with --data-dir.%n".formatted());
    message.append("Nothing is needed for the built-in corpus: --set data.corpus=given-names");
    throw new DataException(message.toString());
  }

  /// Keeps a download for the next time; where the cache cannot be written, there is a download
  /// again next time.
  private void keep(Corpus corpus, byte[] bytes) {
    if (cache.isEmpty()) {
      return;
    }
    Path folder = cache.get();
    try {
      Files.createDirectories(folder);
      Path partial = Files.createTempFile(folder, corpus.name(), ".part");
      Files.write(partial, bytes);
      Files.move(
          partial, folder.resolve(corpus.name() + ".txt"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.getLogger(Library.class.getName())
          .log(
              System.Logger.Level.WARNING, "cannot keep {0} in {1}: {2}", corpus.name(), folder, e);
    }
  }

  private static String decode(String name, byte[] bytes) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var out = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      int at = in.position();
      int line = 1;
      for (int i = 0; i < at; i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new DataException(
          "%s, line %d: byte 0x%02x at offset %d is not UTF-8"
              .formatted(name, line, bytes[at], at));
    }
    String content = out.flip().toString();
    return content.startsWith("\ufeff") ? content.substring(1) : content; // a byte order mark
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
