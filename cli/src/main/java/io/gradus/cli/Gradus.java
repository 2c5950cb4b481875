package io.gradus.cli;

import io.gradus.experiments.run.Code;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The root of all commands.
@Command(
    name = "gradus",
    description = "Neural networks from first principles, studied as experiments.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Gradus.Version.class,
    footer = {
      "",
      "Begin with:  gradus run gpt/microgpt",
      "Exit codes:  0 done, 1 the run failed, 2 nothing ran,",
      "             3 reproduced within tolerance,",
      "             4 an expectation does not hold, or a run is not reproduced.",
    })
final class Gradus implements Runnable {
  private static final Map<String, Class<?>> COMMANDS = commands();

  @Spec private CommandSpec spec = CommandSpec.create();

  /// For the help text and against mistakes; [PluginPath] has read them before.
  @Option(
      names = PluginPath.OPTION,
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = {
        "Where the jars of plugins lie; several folders are",
        "joined as in PATH ($GRADUS_PLUGINS if left out)."
      })
  void acceptPluginPath(List<String> folders) {}

  @Inject
  Gradus() {}

  private static Map<String, Class<?>> commands() {
    Map<String, Class<?>> commands = new LinkedHashMap<>();
    commands.put("run", RunCommand.class);
    commands.put("verify", VerifyCommand.class);
    commands.put("resume", ResumeCommand.class);
    commands.put("reproduce", ReproduceCommand.class);
    commands.put("compare", CompareCommand.class);
    commands.put("sample", SampleCommand.class);
    commands.put("show", ShowCommand.class);
    commands.put("lr-search", LrSearchCommand.class);
    commands.put("config", ConfigCommand.class);
    commands.put("types", TypesCommand.class);
    commands.put("plugin", PluginCommand.class);
    commands.put("graph", GraphCommand.class);
    commands.put("bench", BenchCommand.class);
    commands.put("doctor", DoctorCommand.class);
    commands.put("completion", CompletionCommand.class);
    return Collections.unmodifiableMap(commands);
  }

  /// The commands that these words can mean, in the order of the help text. Making them all takes a
  /// third of a start, and only help, mistakes and the completion of words need them all.
  static Map<String, Class<?>> commandsFor(String... words) {
    String first = words.length == 0 ? "" : words[0];
    if (first.equals("--version")) {
      return Map.of();
    }
    Class<?> only = COMMANDS.get(first);
    boolean all = only == null || only == CompletionCommand.class;
    return all ? COMMANDS : Map.of(first, only);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /// `gradus 0.1.0 (JDK 25.0.3)`.
  static final class Version implements IVersionProvider {
    @Inject
    Version() {}

    @Override
    public String[] getVersion() {
      return new String[] {"gradus %s (JDK %s)".formatted(Code.version(), Runtime.version())};
    }
  }
}
