package io.gradus.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Same bits: plain and vector kernels of every width, any number of threads, every compiler.
///
/// Each case is a JVM of its own that runs [NumericsProbe]; every line of it equals the line of the
/// reference, the plain kernels on one thread.
class NumericsContractTest {
  private static final String OFTEN = "300";
  private static final String ONCE = "1";

  private static List<String> reference = List.of();
  private static List<String> tinyReference = List.of();

  @BeforeAll
  static void runTheReference() throws IOException, InterruptedException {
    reference = probe(OFTEN, "scalar", 1);
    tinyReference = probe(ONCE, "scalar", 1, "-Xint");
  }

  @Test
  void theProbeLooksAtEveryKernel() {
    assertThat(reference).hasSizeGreaterThan(2000);
    assertThat(tinyReference).hasSizeGreaterThan(500);
    assertThat(reference.getLast()).startsWith("training ");
    assertThat(reference.stream().map(line -> line.replaceFirst(".* ", "")).distinct())
        .hasSizeGreaterThan(1000);
  }

  @ParameterizedTest(name = "vectors {0}, {1} threads")
  @CsvSource({
    "-XX:MaxVectorSize=64, 1",
    "-XX:MaxVectorSize=64, 2",
    "-XX:MaxVectorSize=64, 3",
    "-XX:MaxVectorSize=64, 8",
    "-XX:MaxVectorSize=32, 2",
    "-XX:MaxVectorSize=16, 1",
    "-XX:UseAVX=3, 2",
    "-XX:UseAVX=2, 1",
    "-XX:UseAVX=1, 1",
    "-XX:-TieredCompilation, 2"
  })
  void vectorKernelsOfEveryWidthGiveTheBitsOfThePlainOnes(String flag, int threads)
      throws IOException, InterruptedException {
    assertThat(probe(OFTEN, "vector", threads, flag)).isEqualTo(reference);
  }

  @ParameterizedTest(name = "plain kernels {0}, {1} threads")
  @CsvSource({"-XX:TieredStopAtLevel=1, 1", "-XX:-TieredCompilation, 3", "-XX:UseAVX=2, 8"})
  void plainKernelsGiveTheSameBitsUnderEveryCompiler(String flag, int threads)
      throws IOException, InterruptedException {
    assertThat(probe(OFTEN, "scalar", threads, flag)).isEqualTo(reference);
  }

  /// Without AVX the processor's fused multiply-add is out of reach too, and the JDK's own is slow.
  @ParameterizedTest(name = "{0} kernels {1}")
  @CsvSource({
    "vector, -Xint",
    "vector, -XX:TieredStopAtLevel=1",
    "vector, -XX:UseAVX=0",
    "scalar, -XX:UseAVX=0",
    "scalar, -XX:+UseSerialGC"
  })
  void tinySizesGiveTheSameBitsInterpretedAndAtTheFirstCompiler(String kernels, String flag)
      throws IOException, InterruptedException {
    assertThat(probe(ONCE, kernels, 2, flag)).isEqualTo(tinyReference);
  }

  private static List<String> probe(String rounds, String kernels, int threads, String... flags)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(
        List.of(
            "--add-modules",
            "jdk.incubator.vector",
            "-Xmx512m",
            "-Dgradus.kernels=" + kernels,
            "-Dgradus.threads=" + threads,
            "-cp",
            System.getProperty("java.class.path"),
            NumericsProbe.class.getName(),
            rounds));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (Stream<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()) {
      List<String> out = lines.filter(line -> !line.contains("arning")).toList();
      assertThat(process.waitFor()).as(String.join("\n", out)).isZero();
      return out;
    }
  }
}
