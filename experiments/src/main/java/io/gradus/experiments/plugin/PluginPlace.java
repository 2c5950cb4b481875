package io.gradus.experiments.plugin;

import io.gradus.experiments.run.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/// Where a plugin lies: a jar, or a folder with a jar and those that it needs.
record PluginPlace(Path path) {
  /// The places of a folder of plugins, in the order of their names: each jar, and each folder that
  /// has a jar. A jar stands for itself.
  static List<PluginPlace> in(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(new PluginPlace(path));
    }
    List<PluginPlace> places = new ArrayList<>();
    for (Path entry : sorted(path)) {
      PluginPlace place = new PluginPlace(entry);
      if (isJar(entry) || (Files.isDirectory(entry) && !place.jars().isEmpty())) {
        places.add(place);
      }
    }
    return places;
  }

  /// The jar, or the folder's jars.
  List<Path> jars() throws IOException {
    return Files.isDirectory(path)
        ? sorted(path).stream().filter(PluginPlace::isJar).toList()
        : List.of(path);
  }

  /// SHA-256 by name: `swish.jar`, or `swish/helper.jar` in a folder, since two plugins may bring
  /// different jars of one name.
  SortedMap<String, String> hashes() throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Path jar : jars()) {
      String file = jar.getFileName().toString();
      hashes.put(jar.equals(path) ? file : path.getFileName() + "/" + file, hash(jar));
    }
    return hashes;
  }

  /// The versions of gradus that its jars say they were made for.
  Optional<VersionRange> range() throws IOException {
    for (Path file : jars()) {
      try (JarFile jar = new JarFile(file.toFile())) {
        Manifest manifest = jar.getManifest();
        String range =
            manifest == null ? null : manifest.getMainAttributes().getValue(VersionRange.ATTRIBUTE);
        if (range != null) {
          return Optional.of(new VersionRange(range));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isJar(Path file) {
    return file.toString().endsWith(".jar") && Files.isRegularFile(file);
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static String hash(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), Digest.sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }
}
