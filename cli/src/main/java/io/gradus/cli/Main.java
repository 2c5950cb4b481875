package io.gradus.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.TypeConversionException;

/// The entry to everything: `gradus COMMAND`.
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // digits and points are the same for everyone
    Console console = Console.system();
    System.exit(run(console, args));
  }

  /// Runs one command and returns its exit code: 0 done, 1 the run failed, 2 nothing ran, 3
  /// reproduced within tolerance, 4 an expectation does not hold or a run is not reproduced.
  static int run(Console console, String... args) {
    // Guice would make classes at run time to save a little reflection, with what JDK 25 warns
    // about
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    try (var interruption = new Interruption()) {
      Injector injector =
          Guice.createInjector(
              Stage.DEVELOPMENT, new Wiring(console, interruption, PluginPath.of(args)));
      var factory = new Factory(injector);
      var gradus = new CommandLine(Gradus.class, factory);
      Gradus.commandsFor(args)
          .forEach((name, type) -> gradus.addSubcommand(name, new CommandLine(type, factory)));
      int code =
          gradus
              .setOut(console.out())
              .setErr(console.err())
              .setCaseInsensitiveEnumValuesAllowed(true)
              .setUsageHelpAutoWidth(true)
              .registerConverter(Long.class, text -> number(text, Long::valueOf))
              .registerConverter(Integer.class, text -> number(text, Integer::valueOf))
              .registerConverter(int.class, text -> number(text, Integer::valueOf))
              .registerConverter(Double.class, text -> number(text, Double::valueOf))
              .setParameterExceptionHandler(Failures::usage)
              .setExecutionExceptionHandler(Failures::execution)
              .execute(args);
      return console.flush() ? code : Math.max(code, Failures.FAILED);
    } catch (OutOfMemoryError _) {
      long most = Runtime.getRuntime().maxMemory() >> 20;
      console.err().println("gradus: the memory of %d MiB is not enough for this".formatted(most));
      return Failures.FAILED;
    }
  }

  private static <N extends Number> N number(String text, Function<String, N> parse) {
    try {
      return parse.apply(text);
    } catch (NumberFormatException _) {
      throw new TypeConversionException("'" + text + "' is not a number that fits here");
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
