package io.gradus.experiments.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The classes in a jar, or below a folder, as their files say, without loading one.
public final class ClassFiles {
  private ClassFiles() {}

  /// All of them, in the order of the files.
  ///
  /// @throws IllegalArgumentException if one is no class file
  /// @throws UncheckedIOException if the jar or the folder cannot be read
  public static List<ClassModel> in(Path jarOrFolder) {
    try {
      if (Files.isDirectory(jarOrFolder)) {
        return below(jarOrFolder);
      }
      try (FileSystem jar = FileSystems.newFileSystem(jarOrFolder)) {
        return below(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the classes in " + jarOrFolder, e);
    }
  }

  private static List<ClassModel> below(Path folder) throws IOException {
    List<ClassModel> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.comparing(Path::toString)).toList()) {
        if (file.toString().endsWith(".class") && Files.isRegularFile(file)) {
          classes.add(ClassFile.of().parse(file));
        }
      }
    }
    return classes;
  }
}
