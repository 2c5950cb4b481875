package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleCommandTest {
  private Path out = Path.of("");
  private Path run = Path.of("");

  @BeforeAll
  void runOnce(@TempDir Path folder) {
    out = folder;
    run = microgpt("philox", 8).folder();
  }

  private RunReport microgpt(String random, int samples) {
    return Lab.run(
        Lab.load(
            "gpt/microgpt",
            "random=" + random,
            "train.steps=60",
            "model.context=8",
            "sample.count=" + samples),
        out);
  }

  private Called sample(Object... options) {
    return Called.gradus(Stream.concat(Stream.of("sample", run), Stream.of(options)).toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"philox", "cpython", "{sample: {generator: cpython, seed: 5}}"})
  void goesOnWhereTheRunStopped(String random) {
    Path eight = microgpt(random, 8).folder();
    List<String> twelve = microgpt(random, 12).samples();

    Called four = Called.gradus("sample", eight, "--count", 4);

    assertThat(four.code()).isZero();
    assertThat(four.out().lines().toList()).isEqualTo(twelve.subList(8, 12));
  }

  @Test
  void twiceTheSameCommandGivesTheSameNames() {
    Called first = sample();

    assertThat(first.out().lines()).hasSize(8);
    assertThat(sample()).isEqualTo(first);
    assertThat(sample("--seed", 3)).isEqualTo(sample("--seed", 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"philox", "cpython", "{sample: {generator: cpython, seed: 5}}"})
  void aSeedDrawsOthers(String random) {
    Path folder = microgpt(random, 8).folder();

    String three = Called.gradus("sample", folder, "--seed", 3).out();

    assertThat(three).isNotEqualTo(Called.gradus("sample", folder).out());
    assertThat(three).isNotEqualTo(Called.gradus("sample", folder, "--seed", 4).out());
  }

  @Test
  void theLikeliestOnlyIsTheSameEveryTime() {
    List<String> greedy = sample("--top-k", 1).out().lines().toList();

    assertThat(greedy).hasSize(8).containsOnly(greedy.getFirst());
    assertThat(sample("--top-k", 27)).isEqualTo(sample());
    assertThat(sample("--temperature", "1e-310").out().lines()).containsOnly(greedy.getFirst());
  }

  @Test
  void everyNameBeginsWithThePrompt() {
    assertThat(sample("--prompt", "mar", "--temperature", "2.0").out().lines())
        .hasSize(8)
        .allMatch(name -> name.startsWith("mar") && name.length() <= 8);
    assertThat(sample("--prompt", "abcdefg").out().lines())
        .allMatch(name -> name.startsWith("abcdefg"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --prompt=Zoë       | no token for 'Z', character 1 of 'Zoë'
          --prompt=abcdefgh  | the prompt has 8 tokens; the model sees 8
          --temperature=0    | temperature = 0.0 must be above 0
          --top-k=0          | top-k = 0 must be at least 1
          --count=-1         | count = -1 is outside 0..1000000
          --count=many       | '--count'
          """)
  void whatCannotBeIsBadUsage(String option, String message) {
    Called refused = sample(option);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void jsonIsOneObject() {
    assertThat(sample("--json", "--count", 3).json().get("samples").valueStream().toList())
        .hasSize(3)
        .allMatch(name -> name.isString());
  }

  @Test
  void aFolderThatIsNoRunIsSaid() {
    Called refused = Called.gradus("sample", out);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("is not the folder of a run");
  }

  @Test
  void aModelThatWritesNoTextIsSaid() {
    Path xor = Lab.run(Lab.load("micrograd/xor", "train.steps=1"), out).folder();

    Called refused = Called.gradus("sample", xor);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("this model writes no text");
  }

  @Test
  void countedBigramsWriteWhatFollowedOnly() throws IOException {
    Path own = Files.writeString(out.resolve("own.txt"), "abab\n");
    Path counted =
        Lab.run(
                Lab.load(
                    "makemore/bigram-counts",
                    "data={type: lines, file: " + own + "}",
                    "sample.count=5"),
                out)
            .folder();

    Called samples = Called.gradus("sample", counted, "--count", 50);

    assertThat(samples.code()).isZero();
    assertThat(samples.out().lines()).hasSize(50).allMatch(name -> name.matches("(ab)+"));
    assertThat(Called.gradus("sample", counted, "--prompt", "ba").out().lines())
        .hasSize(5)
        .allMatch(name -> name.matches("ba(b(ab)*)?|bab(ab)*"));
  }
}
