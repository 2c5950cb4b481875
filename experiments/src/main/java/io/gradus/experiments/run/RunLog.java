package io.gradus.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What `run.log` says of the time that a run took.
final class RunLog {
  static final String FILE = "run.log";

  private RunLog() {}

  /// The time from each begin to the end that follows it, summed; the pauses of an interrupted run
  /// do not count. Empty where nothing came to an end.
  static Optional<Duration> time(Path folder) {
    try {
      Optional<Instant> begun = Optional.empty();
      Optional<Duration> sum = Optional.empty();
      for (String line : Files.readAllLines(folder.resolve(FILE))) {
        String[] words = line.split(" ", 3);
        if (words.length < 3) {
          continue;
        }
        if (words[1].equals("begun") || words[1].equals("resumed")) {
          begun = Optional.of(Instant.parse(words[0]));
        } else if (begun.isPresent() && words[2].startsWith("after step ")) {
          Duration part = Duration.between(begun.get(), Instant.parse(words[0]));
          sum = Optional.of(sum.orElse(Duration.ZERO).plus(part));
          begun = Optional.empty();
        }
      }
      return sum;
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | DateTimeParseException e) {
      throw new RunException("cannot read " + folder.resolve(FILE) + ": " + e.getMessage());
    }
  }
}
