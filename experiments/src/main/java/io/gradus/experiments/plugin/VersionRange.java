package io.gradus.experiments.plugin;

import java.lang.module.ModuleDescriptor.Version;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The versions of gradus that a plugin was made for, in Maven's notation: `[0.1,0.2)` is 0.1 and
/// all up to 0.2, without it; a side may be left open, `[0.1,)`.
///
/// @param text as the jar's manifest says
record VersionRange(String text) {
  /// The line of a plugin's manifest.
  static final String ATTRIBUTE = "Gradus-Version";

  private static final Pattern FORM =
      Pattern.compile(
          "(?<open>[\\[(])\\s*(?<low>[^,\\s]*)\\s*,\\s*(?<high>[^,\\s]*)\\s*(?<close>[])])");

  VersionRange {
    Matcher form = matcher(text);
    requireVersion(form.group("low"));
    requireVersion(form.group("high"));
  }

  /// Whether a version lies in it.
  boolean holds(String version) {
    Matcher form = matcher(text);
    Version asked = Version.parse(version);
    String low = form.group("low");
    String high = form.group("high");
    int above = low.isEmpty() ? 1 : asked.compareTo(Version.parse(low));
    int below = high.isEmpty() ? -1 : asked.compareTo(Version.parse(high));
    return (above > 0 || (above == 0 && form.group("open").equals("[")))
        && (below < 0 || (below == 0 && form.group("close").equals("]")));
  }

  private static void requireVersion(String version) {
    if (!version.isEmpty()) {
      Version _ = Version.parse(version);
    }
  }

  private static Matcher matcher(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "%s = %s is no range of versions, such as [0.1,0.2)".formatted(ATTRIBUTE, text));
    }
    return form;
  }

  @Override
  public String toString() {
    return text;
  }
}
