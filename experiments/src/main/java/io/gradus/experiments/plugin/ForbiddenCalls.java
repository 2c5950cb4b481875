package io.gradus.experiments.plugin;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Calls after which the same file and seed no longer give the same bits, found in class files.
///
/// Such calls ask the processor (`Math.exp` and its kin, for which `StrictMath` has fixed digits),
/// the clock, the machine, or a source of randomness that has no seed in the experiment; or they
/// start threads, whose order nothing fixes.
public final class ForbiddenCalls {
  private static final String ALL = "*";

  /// Members by class; `*` for all of a class.
  private static final Map<String, Set<String>> FORBIDDEN =
      Map.ofEntries(
          Map.entry(
              "java.lang.Math",
              Set.of(
                  "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin",
                  "acos", "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot", "random")),
          Map.entry(
              "java.lang.System",
              Set.of(
                  "nanoTime",
                  "currentTimeMillis",
                  "getenv",
                  "getProperty",
                  "setProperty",
                  "identityHashCode",
                  "exit")),
          Map.entry("java.lang.Runtime", Set.of(ALL)),
          Map.entry("java.lang.ProcessBuilder", Set.of(ALL)),
          Map.entry("java.lang.Thread", Set.of(ALL)),
          Map.entry("java.lang.ThreadLocal", Set.of(ALL)),
          Map.entry("java.util.Random", Set.of(ALL)),
          Map.entry("java.util.SplittableRandom", Set.of(ALL)),
          Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of(ALL)),
          Map.entry("java.util.random.RandomGenerator", Set.of(ALL)),
          Map.entry("java.security.SecureRandom", Set.of(ALL)),
          Map.entry("java.util.UUID", Set.of("randomUUID")),
          Map.entry("java.util.Collections", Set.of("shuffle")),
          Map.entry("java.util.Date", Set.of("<init>")),
          Map.entry("java.util.concurrent.CompletableFuture", Set.of(ALL)),
          Map.entry("java.util.concurrent.Executors", Set.of(ALL)),
          Map.entry("java.util.concurrent.ForkJoinPool", Set.of(ALL)));

  private ForbiddenCalls() {}

  /// A forbidden call.
  ///
  /// @param type the class that calls
  /// @param method its method
  /// @param line in the source; 0 where the class file does not say
  /// @param member what is called, such as `java.lang.Math.exp`
  public record Call(String type, String method, int line, String member) {
    @Override
    public String toString() {
      String place = line == 0 ? "" : " in line " + line;
      return "%s.%s calls %s%s".formatted(type, method, member, place);
    }
  }

  /// All forbidden calls of the classes in a jar, or below a folder, in the order of the files.
  public static List<Call> in(Path jarOrFolder) {
    return ClassFiles.in(jarOrFolder).stream().flatMap(model -> in(model).stream()).toList();
  }

  /// All forbidden calls of one class, in the order of its code.
  public static List<Call> in(ClassModel model) {
    String type = model.thisClass().asInternalName().replace('/', '.');
    List<Call> calls = new ArrayList<>();
    for (MethodModel method : model.methods()) {
      int line = 0;
      for (CodeElement element :
          method.code().stream().flatMap(code -> code.elementStream()).toList()) {
        if (element instanceof LineNumber number) {
          line = number.line();
        }
        int at = line;
        members(element)
            .map(member -> new Call(type, method.methodName().stringValue(), at, member))
            .forEach(calls::add);
      }
    }
    return calls;
  }

  /// The forbidden members that an instruction calls, or makes a function of.
  private static Stream<String> members(CodeElement element) {
    return switch (element) {
      case InvokeInstruction call ->
          forbidden(call.owner().asInternalName(), call.name().stringValue()).stream();
      case InvokeDynamicInstruction made ->
          made.bootstrapArgs().stream().flatMap(argument -> function(argument).stream());
      default -> Stream.empty();
    };
  }

  /// A method reference such as `Math::exp`.
  private static Optional<String> function(ConstantDesc argument) {
    return argument instanceof DirectMethodHandleDesc handle
        ? forbidden(internal(handle.owner()), handle.methodName())
        : Optional.empty();
  }

  private static String internal(ClassDesc type) {
    String descriptor = type.descriptorString(); // Ljava/lang/Math;
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private static Optional<String> forbidden(String internalName, String method) {
    String owner = internalName.replace('/', '.');
    Set<String> methods = FORBIDDEN.getOrDefault(owner, Set.of());
    boolean clock = owner.startsWith("java.time.") && method.equals("now");
    boolean parallel =
        owner.startsWith("java.util.") && Set.of("parallel", "parallelStream").contains(method);
    return methods.contains(ALL) || methods.contains(method) || clock || parallel
        ? Optional.of(owner + "." + method)
        : Optional.empty();
  }
}
