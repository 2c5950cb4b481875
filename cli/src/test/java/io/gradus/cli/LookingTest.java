package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that look and run nothing: types, doctor, config, bench's refusals, help.
class LookingTest {
  @TempDir private Path folder;

  @Test
  void typesListsEveryBlockWithItsJar() {
    assertThat(Called.gradus("types").out())
        .contains("model\n", "schedule\n", "tokenizer\n")
        .containsPattern("microgpt +microgpt \\(Karpathy 2026\\).* +\\[models-gpt.*]");
    assertThat(Called.gradus("types", "schedule").out())
        .contains("constant", "linear")
        .doesNotContain("microgpt");
  }

  @Test
  void typesOfOneBlockListsItsSettings() {
    assertThat(Called.gradus("types", "model", "microgpt").out())
        .containsPattern("embedding +a whole number, default 16\n +width of the residual stream")
        .containsPattern("engine +scalar, default scalar\n");
    assertThat(Called.gradus("types", "optimizer", "adam").out())
        .containsPattern("lr +a schedule, default 0\\.001\n");
    assertThat(
            Called.gradus("types", "model", "microgpt", "--json")
                .json()
                .get("types")
                .get(0)
                .get("settings")
                .size())
        .isEqualTo(5);
  }

  @Test
  void aNameThatIsNotThereIsAnsweredWithTheNearest() {
    Called kind = Called.gradus("types", "modle");
    assertThat(kind.code()).isEqualTo(2);
    assertThat(kind.err()).contains("no kind 'modle'; did you mean 'model'?");
    Called name = Called.gradus("types", "model", "microgtp");
    assertThat(name.code()).isEqualTo(2);
    assertThat(name.err()).contains("no model 'microgtp'; did you mean 'microgpt'?");
    Called workload = Called.gradus("bench", "--only", "microgpt");
    assertThat(workload.code()).isEqualTo(2);
    assertThat(workload.err()).contains("no workload 'microgpt'; ").contains("microgpt-scalar");
    Called threads = Called.gradus("bench", "--threads", "0");
    assertThat(threads.code()).isEqualTo(2);
    assertThat(threads.err()).contains("--threads 0 is not a number of threads from 1 to 1024");
  }

  @Test
  void doctorTellsWhatIsThere() {
    Called healthy = Called.gradus("doctor");
    assertThat(healthy.out())
        .contains("JDK ")
        .containsPattern("\nkernels +\\S+ on \\d+ threads\n")
        .contains("corpus       given-names: built in")
        .containsPattern("catalog +models-gpt.*: microgpt")
        .contains("gpt/microgpt-published");
  }

  @Test
  void doctorTellsWhatIsWrong() throws IOException {
    Path names = Files.writeString(folder.resolve("names.txt"), "emma\n");
    Called ill = Called.gradus("doctor", "--data-dir", folder);
    assertThat(ill.code()).isEqualTo(1);
    assertThat(ill.out()).contains("What is wrong:\n  " + names + " is not the corpus 'names'");
    Called lost = Called.gradus("doctor", "--data-dir", folder.resolve("nowhere"));
    assertThat(lost.out()).contains("--data-dir: there is no folder");
  }

  @Test
  void aProductIsTimedOnItsThreadsAndKernels() {
    Called product = Called.gradus("bench", "--only", "matmul-1024", "--threads", "2", "--json");
    assertThat(product.out())
        .containsPattern(
            "^\\{\"workload\":\"matmul-1024\",\"threads\":2,\"kernels\":\"[a-z0-9/]+\",\"gflops\":[\\d.]+}\n$");
  }

  @Test
  void configShowsEachValueWithItsOrigin() {
    assertThat(Called.gradus("config", "show", "micrograd/xor-linear", "--set", "seed=7").out())
        .containsPattern("\nseed: 7 +# --set\n")
        .containsPattern("\n  type: scalar-mlp +# micrograd/xor\\.yaml:\\d+\n")
        .containsPattern("\n  l2: 0\\.0 +# default\n");
  }

  @Test
  void validateGoesOnBehindAMistake() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "name: 3\n");
    Called checked = Called.gradus("config", "validate", "no/such", bad, "micrograd/xor");
    assertThat(checked.code()).isEqualTo(2);
    assertThat(checked.err()).contains("there is no experiment 'no/such'").contains("bad.yaml:1:7");
    assertThat(checked.out()).isEqualTo("micrograd/xor is valid\n");
  }

  @Test
  void aFileOfOnesOwnMayExtendWhatIsBuiltIn() throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.yaml"), "name: own\nextends: gpt/microgpt\ntrain: {steps: 3}\n");
    assertThat(Called.gradus("config", "show", own).out())
        .containsPattern("\n  steps: 3 +# .*own\\.yaml:3\n")
        .containsPattern("\n  embedding: 16 +# gpt/microgpt\\.yaml:\\d+\n");
  }

  @Test
  void referencesThatMultiplyAreStopped() throws IOException {
    var text = new StringBuilder("name: bomb\nx0: {a: 1, b: 2}\n");
    for (int i = 1; i < 30; i++) {
      text.append("x%d: {a: \"${x%d}\", b: \"${x%d}\"}\n".formatted(i, i - 1, i - 1));
    }
    Path bomb = Files.writeString(folder.resolve("bomb.yaml"), text);
    Called refused = Called.gradus("config", "show", bomb);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("the references make this too large");
  }

  @Test
  void aModelWithoutRoomIsRefusedInWords() {
    Called refused =
        Called.gradus("run", "gpt/microgpt", "--set", "model.embedding=40000", "--out", folder);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("parameters; the scalar engine has room for 20,000,000")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void theLastChangedSettingIsTheCulprit() {
    assertThat(Called.gradus("config", "show", "gpt/microgpt", "--set", "model.heads=3").err())
        .startsWith("--set: model.heads: embedding = 16 must be a multiple of heads = 3");
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(Called.gradus("--help").out()).contains("run", "verify", "Exit codes");
    for (String command :
        new String[] {
          "run", "verify", "resume", "sample", "config", "types", "graph", "bench", "doctor"
        }) {
      Called help = Called.gradus(command, "--help");
      assertThat(help.code()).isZero();
      assertThat(help.out()).contains("Usage: gradus " + command);
    }
  }

  @Test
  void versionsAndUnknownWordsAreAnswered() {
    assertThat(Called.gradus("--version").out()).startsWith("gradus 0.").contains("JDK 25");
    Called unknown = Called.gradus("rum");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("rum");
    assertThat(Called.gradus().code()).isEqualTo(2);
    assertThat(Called.gradus("run", "gpt/microgpt", "--seed", "ten").err())
        .contains("'ten' is not a number that fits here");
  }
}
