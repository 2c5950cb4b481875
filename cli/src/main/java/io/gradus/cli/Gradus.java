package io.gradus.cli;

import io.gradus.experiments.run.Code;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root of all commands.
@Command(
    name = "gradus",
    description = "Neural networks from first principles, studied as experiments.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Gradus.Version.class,
    subcommands = {
      RunCommand.class,
      VerifyCommand.class,
      ResumeCommand.class,
      SampleCommand.class,
      ConfigCommand.class,
      TypesCommand.class,
      GraphCommand.class,
      BenchCommand.class,
      DoctorCommand.class,
    },
    footer = {
      "",
      "Begin with:  gradus run gpt/microgpt",
      "Exit codes:  0 done, 1 the run failed, 2 nothing ran, 4 an expectation does not hold.",
    })
final class Gradus implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Inject
  Gradus() {}

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
