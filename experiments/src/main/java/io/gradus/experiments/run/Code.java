package io.gradus.experiments.run;

import io.gradus.data.Dataset;
import io.gradus.experiments.config.CodePlace;
import io.gradus.nn.Model;
import io.gradus.optimizers.Rule;
import io.gradus.plugin.Catalog;
import io.gradus.scalar.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The code that a run's numbers come from: each jar of gradus and of the catalogs, by the hash of
/// what it holds. The same sources give the same hash, whoever builds them.
///
/// @param jars SHA-256 by file name, of what each holds
/// @param plugins SHA-256 by file name, of the files of the plugins as they are
public record Code(SortedMap<String, String> jars, SortedMap<String, String> plugins) {
  private static final List<Class<?>> OURS =
      List.of(Value.class, Dataset.class, Model.class, Rule.class, Code.class);

  /// The code that runs here and now: gradus with its own catalogs, and plugins by their hashes.
  public static Code of(Iterable<Catalog> own, SortedMap<String, String> plugins) {
    SortedMap<String, String> jars = new TreeMap<>();
    OURS.forEach(type -> add(type, jars));
    own.forEach(catalog -> add(catalog.getClass(), jars));
    return new Code(jars, plugins);
  }

  /// gradus' version.
  public static String version() {
    try (InputStream in = Code.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("the jar has no version.properties", e);
    }
  }

  /// One hash for all jars.
  String identity() {
    MessageDigest sha = Digest.sha256();
    BiConsumer<String, String> line =
        (name, hash) -> sha.update((name + " " + hash + "\n").getBytes(StandardCharsets.UTF_8));
    jars.forEach(line);
    plugins.forEach(line);
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void add(Class<?> type, SortedMap<String, String> jars) {
    CodePlace place = CodePlace.of(type);
    jars.computeIfAbsent(place.title(), _ -> hash(place.path()));
  }

  /// The hash of all that a jar or a folder of classes holds, by name. The manifest is left out: it
  /// says which JDK Maven ran on.
  private static String hash(Path place) {
    MessageDigest sha = Digest.sha256();
    try {
      if (Files.isDirectory(place)) {
        for (Path file : files(place)) {
          add(place.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file), sha);
        }
      } else {
        try (JarFile jar = new JarFile(place.toFile())) {
          for (JarEntry entry : entries(jar)) {
            try (InputStream in = jar.getInputStream(entry)) {
              add(entry.getName(), in.readAllBytes(), sha);
            }
          }
        }
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + place, e);
    }
  }

  private static void add(String name, byte[] bytes, MessageDigest sha) {
    sha.update(name.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    sha.update(ByteBuffer.allocate(8).putLong(bytes.length).array());
    sha.update(bytes);
  }

  private static List<JarEntry> entries(JarFile jar) {
    return jar.stream()
        .filter(entry -> !entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME))
        .sorted(Comparator.comparing(JarEntry::getName))
        .toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(file -> folder.relativize(file).toString()))
          .toList();
    }
  }
}
