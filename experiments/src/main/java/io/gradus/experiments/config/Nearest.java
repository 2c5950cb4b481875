package io.gradus.experiments.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// Finds what a person may have meant.
public final class Nearest {
  /// A longer word is no slip of the finger.
  private static final int LONGEST = 100;

  /// A shorter word is inside too many others by accident.
  private static final int SHORTEST_INSIDE = 4;

  private Nearest() {}

  /// The known word nearest to this one, where one is near enough to be a slip; capitals and small
  /// letters are the same.
  public static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int far = Math.max(1, (word.length() + 1) / 3);
    Comparator<String> nearest = Comparator.comparingInt(candidate -> distance(word, candidate));
    Optional<String> slip =
        new TreeSet<>(known)
            .stream().filter(candidate -> distance(word, candidate) <= far).min(nearest);
    return slip.or(() ->
        new TreeSet<>(known).stream().filter(candidate -> isInside(word, candidate)).min(nearest));
  }

  /// `did you mean 'x'? there are: x, y, z`.
  public static String hint(String word, Collection<String> known) {
    return hint(to(word, known), known);
  }

  /// The same where the nearest is known.
  static String hint(Optional<String> near, Collection<String> known) {
    String list =
        known.isEmpty()
            ? "there are none"
            : "there are: " + String.join(", ", new TreeSet<>(known));
    return near.map(word -> "did you mean '" + word + "'? ").orElse("") + list;
  }

  /// Whether one is a part of the other, as in `batch-size` and `batch`.
  private static boolean isInside(String a, String b) {
    String x = a.toLowerCase(Locale.ROOT);
    String y = b.toLowerCase(Locale.ROOT);
    return Math.min(x.length(), y.length()) >= SHORTEST_INSIDE && (x.contains(y) || y.contains(x));
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  private static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
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
