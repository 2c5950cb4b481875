package io.gradus.experiments.config;

import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;

/// The jar, or the folder of classes, that a class was loaded from.
public record CodePlace(Path path) {
  /// Where this class is from.
  public static CodePlace of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalArgumentException(type.getName() + " is part of the JDK");
    }
    return new CodePlace(Path.of(URI.create(source.getLocation().toString())));
  }

  /// The jar's file name, or the module's folder for the classes of a build.
  public String title() {
    int names = path.getNameCount();
    boolean build = names > 2 && path.endsWith(Path.of("target", "classes"));
    return path.getName(build ? names - 3 : names - 1).toString();
  }
}
