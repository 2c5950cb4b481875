package io.gradus.experiments.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/// Finds what a person may have meant.
public final class Nearest {
  private Nearest() {}

  /// The known word nearest to this one, where one is near enough to be a slip.
  public static Optional<String> to(String word, Collection<String> known) {
    int far = Math.max(1, (word.length() + 1) / 3);
    if (word.length() > 100) {
      return Optional.empty(); // no slip of the finger
    }
    return new TreeSet<>(known)
        .stream()
            .filter(candidate -> distance(word, candidate) <= far)
            .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /// `did you mean 'x'? there are: x, y, z`.
  public static String hint(String word, Collection<String> known) {
    String list =
        known.isEmpty()
            ? "there are none"
            : "there are: " + String.join(", ", new TreeSet<>(known));
    return to(word, known).map(near -> "did you mean '" + near + "'? ").orElse("") + list;
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        d[i][j] =
            Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
