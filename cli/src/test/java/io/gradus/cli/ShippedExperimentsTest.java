package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.BuiltIns;
import io.gradus.experiments.Experiment;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedExperimentsTest {
  /// Steps of a run that takes more than some seconds.
  private static final int LONG = 1000;

  static Stream<String> selfContained() {
    return BuiltIns.names().stream().filter(name -> !needsNames(name));
  }

  static Stream<String> onNames() {
    return BuiltIns.names().stream()
        .filter(ShippedExperimentsTest::needsNames)
        .filter(name -> !takesLong(name));
  }

  static Stream<String> onNamesForLong() {
    return BuiltIns.names().stream().filter(ShippedExperimentsTest::takesLong);
  }

  private static boolean takesLong(String name) {
    return Lab.load(name).experiment() instanceof Experiment.Trained trained
        && trained.train().steps() > LONG;
  }

  private static boolean needsNames(String name) {
    return Lab.load(name).yaml().contains("corpus: names");
  }

  @ParameterizedTest
  @MethodSource("selfContained")
  void showsWhatItSaysThatItMust(String name, @TempDir Path out) {
    Called verified = Called.gradus("verify", name, "--out", out);

    assertThat(verified.code()).as(verified.toString()).isZero();
    assertThat(verified.out()).contains("holds").doesNotContain("FAILS");
  }

  @Tag("needs-data")
  @ParameterizedTest
  @MethodSource("onNames")
  void showsItOnTheCorpusNames(String name, @TempDir Path out) {
    Path data = NeededFile.shared("data/names.txt").resolveSibling("");

    Called verified = Called.gradus("verify", name, "--out", out, "--data-dir", data);

    assertThat(verified.code()).as(verified.toString()).isZero();
    assertThat(verified.out()).contains("holds").doesNotContain("FAILS");
  }

  @Tag("needs-data")
  @Tag("slow")
  @ParameterizedTest
  @MethodSource("onNamesForLong")
  void showsItAfterALongRun(String name, @TempDir Path out) {
    showsItOnTheCorpusNames(name, out);
  }
}
