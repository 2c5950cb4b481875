package io.gradus.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// The entry to everything: `gradus COMMAND`.
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // digits and points are the same for everyone
    Console console = Console.system();
    System.exit(run(console, args));
  }

  /// Runs one command and returns its exit code: 0 done, 1 the run failed, 2 nothing ran, 4 an
  /// expectation does not hold.
  static int run(Console console, String... args) {
    // Guice would make classes at run time to save a little reflection, with what JDK 25 warns
    // about
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    try (var interruption = new Interruption()) {
      Injector injector =
          Guice.createInjector(Stage.DEVELOPMENT, new Wiring(console, interruption));
      int code =
          new CommandLine(Gradus.class, new Factory(injector))
              .setOut(console.out())
              .setErr(console.err())
              .setCaseInsensitiveEnumValuesAllowed(true)
              .setUsageHelpAutoWidth(true)
              .setParameterExceptionHandler(Failures::usage)
              .setExecutionExceptionHandler(Failures::execution)
              .execute(args);
      console.flush();
      return code;
    }
  }

  /// Makes our classes with Guice and picocli's own as picocli does.
  private record Factory(Injector injector) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type.getPackageName().equals(Main.class.getPackageName())
          ? injector.getInstance(type)
          : CommandLine.defaultFactory().create(type);
    }
  }
}
