package io.gradus.experiments.config;

import java.util.List;
import java.util.Optional;

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

  /// One problem with a setting of a whole experiment.
  ///
  /// @param root the experiment
  /// @param path the setting, such as `model.layers[3]`; where there is none of that name, what
  ///   holds it is meant
  public static ConfigException at(ConfigNode.Mapping root, String path, String what) {
    Optional<ConfigPath> there =
        ConfigPath.parse(path).map(ConfigPath::asWritten).map(way -> way.deepestIn(root));
    ConfigNode node = there.flatMap(way -> way.in(root)).orElse(root);
    return new ConfigException(node.mark(), there.map(ConfigPath::toString).orElse(path), what, "");
  }

  /// What is wrong, in the order of the file.
  public List<Problem> problems() {
    return problems;
  }

  private static String inWords(List<Problem> problems) {
    var out = new StringBuilder();
    List<Problem> shown = problems.subList(0, Math.min(MOST_SHOWN, problems.size()));
    for (int i = 0; i < shown.size(); i++) {
      Problem problem = shown.get(i);
      out.append(problem.heading());
      // several of one place share its line
      boolean shared =
          i + 1 < shown.size()
              && problem.hint().isEmpty()
              && shown.get(i + 1).mark().equals(problem.mark());
      out.append(shared ? "" : problem.excerpt()).append('\n');
    }
    if (problems.size() > MOST_SHOWN) {
      out.append("... and ").append(problems.size() - MOST_SHOWN).append(" more\n");
    }
    String count = problems.size() == 1 ? "1 error" : problems.size() + " errors";
    return out + count + "; nothing was run.";
  }
}
