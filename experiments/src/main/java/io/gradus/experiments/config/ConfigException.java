package io.gradus.experiments.config;

import java.util.List;
import java.util.stream.Collectors;

/// Says everything that is wrong with an experiment file; nothing was run.
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Past this many, the rest is counted.
  private static final int MOST_SHOWN = 20;

  private final transient List<Problem> problems;

  public ConfigException(List<Problem> problems) {
    super(inWords(problems));
    this.problems = List.copyOf(problems);
  }

  /// With one problem alone.
  public ConfigException(Mark mark, String path, String what, String hint) {
    this(List.of(new Problem(mark, path, what, hint)));
  }

  /// What is wrong, in the order of the file.
  public List<Problem> problems() {
    return problems;
  }

  private static String inWords(List<Problem> problems) {
    String shown =
        problems.stream().limit(MOST_SHOWN).map(Problem::inWords).collect(Collectors.joining("\n"));
    String more =
        problems.size() > MOST_SHOWN ? "\n... and " + (problems.size() - MOST_SHOWN) + " more" : "";
    String count = problems.size() == 1 ? "1 error" : problems.size() + " errors";
    return shown + more + "\n" + count + "; nothing was run.";
  }
}
