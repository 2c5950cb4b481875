package io.gradus.experiments.run;

import io.gradus.nn.Model;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A model's parameters and buffers in a file of their own, stored as a checkpoint stores them.
public final class ModelFile {
  private ModelFile() {}

  /// Writes the numbers of a model.
  public static void write(Model model, Path file) throws IOException {
    var checkpoint = new Checkpoint(0, false, Optional.empty(), Checkpoint.numbersOf(model));
    try (OutputStream out = Files.newOutputStream(file)) {
      checkpoint.stored().writeTo(out);
    }
  }

  /// Puts the numbers back; a [RunException] where they are another model's.
  public static void read(Path file, Model model) {
    Checkpoint.read(file).restore(model);
  }
}
