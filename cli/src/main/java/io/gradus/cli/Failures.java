package io.gradus.cli;

import com.google.inject.ProvisionException;
import io.gradus.data.DataException;
import io.gradus.experiments.UnknownExperimentException;
import io.gradus.experiments.config.ConfigException;
import io.gradus.experiments.plugin.PluginException;
import io.gradus.experiments.run.RunException;
import io.gradus.experiments.run.SetupException;
import io.gradus.kernels.KernelChoiceException;
import io.gradus.scalar.ExpressionException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns what went wrong into one clear message and an exit code.
final class Failures {
  /// The run failed.
  static final int FAILED = 1;

  /// Bad usage, bad configuration or missing data: nothing ran.
  static final int NOTHING_RAN = 2;

  /// A run was reproduced within the tolerance, and not to the bit.
  static final int WITHIN = 3;

  /// An expectation does not hold, or a run was not reproduced.
  static final int DIFFERENT = 4;

  private Failures() {}

  static int usage(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("gradus: " + e.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(e, command.getErr())) {
      command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return NOTHING_RAN;
  }

  static int execution(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof ProvisionException && e.getCause() instanceof PluginException plugins) {
      plugins.refused().forEach(refusal -> err.println("gradus: " + refusal));
      err.println("Nothing runs until that is mended; gradus plugin list shows what is there.");
      return NOTHING_RAN;
    }
    return switch (e) {
      case ConfigException _,
          UnknownExperimentException _,
          SetupException _,
          DataException _,
          KernelChoiceException _ -> {
        err.println(e.getMessage());
        yield NOTHING_RAN;
      }
      case ExpressionException expression -> {
        err.println("--expression: " + expression.getMessage());
        err.println(expression.pointer().indent(2).stripTrailing());
        yield NOTHING_RAN;
      }
      case RunException _ -> {
        err.println("gradus: " + e.getMessage());
        yield FAILED;
      }
      default -> {
        err.println("gradus failed; this is a mistake in gradus or in a plugin:");
        err.println(command.getColorScheme().stackTraceText(e));
        yield FAILED;
      }
    };
  }
}
