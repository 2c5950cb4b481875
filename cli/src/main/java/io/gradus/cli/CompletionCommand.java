package io.gradus.cli;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `gradus completion bash|zsh`.
@Command(
    name = "completion",
    description = "Print a script with which a shell completes commands, options and names.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "For this shell:     source <(gradus completion bash)",
      "For every new one:  add that line to ~/.bashrc; for zsh, with zsh for bash, to ~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {
  /// zsh reads a script for bash once it is told to.
  private static final String ZSH = "autoload -U +X bashcompinit && bashcompinit\n";

  /// With this line, which stands in every function, a word that is no name would be completed to
  /// nothing; without it, to a file.
  private static final String NAMES_ONLY = "  type compopt &>/dev/null && compopt +o default\n";

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.BASH;

  /// Whose script it is.
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Inject
  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String script = AutoComplete.bash("gradus", spec.root().commandLine()).replace(NAMES_ONLY, "");
    console.out().print(shell == Shell.ZSH ? ZSH + script : script);
    return 0;
  }
}
