package io.gradus.experiments.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.config.CodePlace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForbiddenCallsTest {
  private static final Path TESTS = CodePlace.of(ForbiddenCallsTest.class).path();

  /// What a plugin may not do, a line each.
  static final class Wrong {
    double exponential(double x) {
      return Math.exp(x);
    }

    DoubleUnaryOperator function() {
      return Math::tanh;
    }

    double random() {
      return new Random(1).nextDouble() + ThreadLocalRandom.current().nextDouble();
    }

    long now() {
      return System.nanoTime();
    }

    long parallel(List<String> words) {
      return words.parallelStream().count();
    }
  }

  /// What it may.
  static final class Right {
    double exponential(double x) {
      return StrictMath.exp(x) + Math.sqrt(x) + Math.fma(x, x, Math.abs(x));
    }

    long counted(List<String> words) {
      return words.stream().map(Object::toString).count();
    }
  }

  private static Stream<ForbiddenCalls.Call> of(Class<?> type, List<ForbiddenCalls.Call> calls) {
    return calls.stream().filter(call -> call.type().equals(type.getName()));
  }

  @Test
  void eachIsFoundWithItsMethod() {
    assertThat(of(Wrong.class, ForbiddenCalls.in(TESTS)))
        .extracting(call -> call.method() + " " + call.member())
        .containsExactly(
            "exponential java.lang.Math.exp",
            "function java.lang.Math.tanh",
            "random java.util.Random.<init>",
            "random java.util.Random.nextDouble",
            "random java.util.concurrent.ThreadLocalRandom.current",
            "random java.util.concurrent.ThreadLocalRandom.nextDouble",
            "now java.lang.System.nanoTime",
            "parallel java.util.List.parallelStream");
  }

  @Test
  void whatHasTheSameBitsEverywhereIsLeftAlone() {
    assertThat(of(Right.class, ForbiddenCalls.in(TESTS))).isEmpty();
  }

  @Test
  void aCallNamesItsLine() {
    ForbiddenCalls.Call call = of(Wrong.class, ForbiddenCalls.in(TESTS)).findFirst().orElseThrow();
    assertThat(call.line()).isPositive();
    assertThat(call)
        .hasToString(
            Wrong.class.getName() + ".exponential calls java.lang.Math.exp in line " + call.line());
  }

  @Test
  void aJarIsReadAsAFolderIs(@TempDir Path folder) throws IOException {
    Path jar = folder.resolve("plugin.jar");
    String name = Wrong.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(Files.readAllBytes(TESTS.resolve(name)));
    }
    assertThat(ForbiddenCalls.in(jar))
        .containsExactlyElementsOf(of(Wrong.class, ForbiddenCalls.in(TESTS)).toList());
  }
}
