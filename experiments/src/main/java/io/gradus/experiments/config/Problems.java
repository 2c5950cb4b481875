package io.gradus.experiments.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is wrong with an experiment, collected through every stage of reading it.
public final class Problems {
  private static final Comparator<Problem> PLACES =
      Comparator.comparing((Problem problem) -> !problem.mark().source().file())
          .thenComparing(problem -> problem.mark().source().title())
          .thenComparingInt(problem -> problem.mark().line())
          .thenComparingInt(problem -> problem.mark().column());

  private final List<Problem> all = new ArrayList<>();

  /// Notes something that is wrong; the same at the same place, which a reference can bring about,
  /// is one mistake.
  void add(Problem problem) {
    boolean known =
        all.stream()
            .anyMatch(other ->
                other.what().equals(problem.what()) && other.mark().equals(problem.mark()));
    if (!known) {
      all.add(problem);
    }
  }

  void report(Mark mark, String path, String what, String hint) {
    add(new Problem(mark, path, what, hint));
  }

  /// An exception that says this and everything before it.
  ConfigException and(Problem last) {
    add(last);
    return new ConfigException(inOrder());
  }

  /// How many there are.
  int size() {
    return all.size();
  }

  /// All of them in the order of their places, options behind files.
  List<Problem> inOrder() {
    return all.stream().sorted(PLACES).toList();
  }

  /// Throws a [ConfigException] with all of them, where there are any.
  public void throwIfAny() {
    if (!all.isEmpty()) {
      throw new ConfigException(inOrder());
    }
  }
}
