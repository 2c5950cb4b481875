package io.gradus.experiments.plugin;

import java.util.List;
import java.util.stream.Collectors;

/// Plugins that cannot be used: nothing runs before they are mended or taken away.
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Plugins.Refusal> refused;

  PluginException(List<Plugins.Refusal> refused) {
    super(refused.stream().map(Plugins.Refusal::toString).collect(Collectors.joining("\n")));
    this.refused = List.copyOf(refused);
  }

  /// Each that cannot be used, and why.
  public List<Plugins.Refusal> refused() {
    return refused;
  }
}
