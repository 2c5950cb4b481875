package io.gradus.experiments.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of one run, held by one process at a time.
///
/// A run that is there already is made again in a folder beside it, which takes its place in the
/// end. A run that was interrupted is left alone.
final class RunDirectory implements AutoCloseable {
  static final String RESULT = "result.json";
  static final String EXPERIMENT = "experiment.yaml";

  private final Path target;
  private final Path folder;
  private final RunLock lock;

  private RunDirectory(Path target, Path folder, RunLock lock) {
    this.target = target;
    this.folder = folder;
    this.lock = lock;
  }

  /// The folder of a run that begins.
  static RunDirectory begin(Path target) {
    Path parent = parent(target);
    try {
      Files.createDirectories(parent);
    } catch (IOException e) {
      throw cannotWrite(parent, e);
    }
    RunLock lock = RunLock.take(target);
    try {
      if (Files.exists(aside(target)) && !Files.exists(target)) {
        move(aside(target), target); // a repetition was killed while it took the place
      }
      boolean again = Files.exists(target) && !neverBegun(target);
      if (again) {
        refuseInterrupted(target);
      } else {
        Files.deleteIfExists(target);
      }
      Path folder = again ? parent.resolve("." + target.getFileName() + ".again") : target;
      deleteAll(folder);
      Files.createDirectory(folder);
      return new RunDirectory(target, folder, lock);
    } catch (IOException e) {
      lock.close();
      throw cannotWrite(target, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Whether a run was killed here before it wrote its experiment, so that nothing is to resume.
  private static boolean neverBegun(Path target) throws IOException {
    if (!Files.isDirectory(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Files.deleteIfExists(partial(target, EXPERIMENT));
    return isEmpty(target);
  }

  /// The folder of a run that goes on.
  static RunDirectory reopen(Path target) {
    if (!Files.isRegularFile(target.resolve(EXPERIMENT))) {
      throw new SetupException(target + " is not the folder of a run: it has no " + EXPERIMENT);
    }
    return new RunDirectory(target, target, RunLock.take(target));
  }

  private static Path parent(Path target) {
    Path whole = target.toAbsolutePath().normalize();
    return Optional.ofNullable(whole.getParent()).orElse(whole);
  }

  private static void refuseInterrupted(Path target) {
    Optional<Result> earlier = result(target);
    if (earlier.isEmpty() || earlier.get().status().equals(Result.INTERRUPTED)) {
      throw new RunException(
          """
          this run was interrupted before; it is kept in
            %s
          Go on with: gradus resume %s
          Or begin anew: delete that folder first\
          """
              .formatted(target, target));
    }
  }

  /// How the run in a folder ended; empty where it did not.
  static Optional<Result> result(Path folder) {
    Path file = folder.resolve(RESULT);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Optional.of(Json.read(file, Result.class));
  }

  /// Where the files are written now.
  Path folder() {
    return folder;
  }

  /// Where they are in the end.
  Path target() {
    return target;
  }

  /// How the run that is there already ended, where this is a repetition.
  Optional<Result> earlier() {
    return folder.equals(target) ? Optional.empty() : result(target);
  }

  /// What a file holds, written piece by piece, so that it need not be in memory in full.
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Puts a whole file in place at once: it is there in full, or as it was before.
  void write(String name, Content content) {
    try {
      Path partial = partial(folder, name);
      Files.createDirectories(parent(partial));
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
        content.writeTo(out);
      }
      move(partial, folder.resolve(name));
    } catch (IOException e) {
      throw cannotWrite(folder.resolve(name), e);
    }
  }

  private static Path partial(Path folder, String name) {
    Path whole = folder.resolve(name);
    return whole.resolveSibling("." + whole.getFileName() + ".part");
  }

  void write(String name, String text) {
    write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Lets a repetition take the place of what was there.
  void replace() {
    if (folder.equals(target)) {
      return;
    }
    try {
      deleteAll(aside(target));
      move(target, aside(target));
      move(folder, target);
      deleteAll(aside(target));
    } catch (IOException e) {
      throw cannotWrite(target, e);
    }
  }

  /// Where a run waits while its repetition takes its place.
  private static Path aside(Path target) {
    return parent(target).resolve("." + target.getFileName() + ".before");
  }

  static RunException cannotWrite(Path place, IOException e) {
    String message = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    String reason =
        switch (e) {
          case AccessDeniedException _ -> "permission denied";
          case FileAlreadyExistsException file -> "a file is in the way: " + file.getFile();
          case NoSuchFileException file -> "there is no " + file.getFile();
          case FileSystemException file -> Optional.ofNullable(file.getReason()).orElse(message);
          default -> message;
        };
    return new RunException("cannot write %s: %s".formatted(place, reason));
  }

  /// Removes a folder and all that is in it, where it is there.
  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  @Override
  public void close() {
    try {
      if (!folder.equals(target)) {
        deleteAll(folder);
      } else if (isEmpty(folder)) {
        Files.delete(folder); // nothing ran
      }
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    } finally {
      lock.close();
    }
  }
}
