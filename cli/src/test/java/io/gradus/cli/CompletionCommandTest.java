package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What bash completes with the script that `gradus completion bash` prints.
class CompletionCommandTest {
  @TempDir private Path folder;

  /// What the last of these words may become.
  private List<String> completed(String... words) throws IOException, InterruptedException {
    Path script =
        Files.writeString(folder.resolve("script"), Called.gradus("completion", "bash").out());
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "--norc",
                "-c",
                """
                . "$0"
                COMP_WORDS=("$@")
                COMP_CWORD=$(($# - 1))
                COMP_LINE="$*"
                _complete_gradus 2>/dev/null
                printf '%s\\n' "${COMPREPLY[@]}"
                """,
                script.toString()));
    command.add("gradus");
    command.addAll(List.of(words));
    Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(out).isZero();
    return out.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void commandsAreCompleted() throws Exception {
    assertThat(completed("ru")).containsExactly("run");
    assertThat(completed("config", "")).containsExactlyInAnyOrder("show", "validate", "schema");
    assertThat(completed("")).contains("run", "types", "completion", "doctor");
  }

  @Test
  void optionsAreCompleted() throws Exception {
    assertThat(completed("run", "gpt/microgpt", "--se"))
        .containsExactlyInAnyOrder("--set", "--seed");
    assertThat(completed("show", "--format", "")).containsExactlyInAnyOrder("table", "json", "svg");
    assertThat(completed("show", "runs", "lo")).containsExactly("loss");
  }

  @Test
  void experimentsAreCompletedByName() throws Exception {
    assertThat(completed("run", "gp"))
        .containsExactlyInAnyOrder("gpt/microgpt", "gpt/microgpt-published");
    assertThat(completed("verify", "gpt/microgpt", "micrograd/xo"))
        .containsExactlyInAnyOrder("micrograd/xor", "micrograd/xor-linear");
    assertThat(completed("config", "show", "makemore/ga"))
        .containsExactly("makemore/gated-residual-mlp");
  }

  @Test
  void blocksAreCompletedByKindAndName() throws Exception {
    assertThat(completed("types", "tr")).containsExactly("tracker");
    assertThat(completed("types", "optimizer", "ada"))
        .containsExactlyInAnyOrder("adagrad", "adam", "adamw");
  }

  @Test
  void aWordThatIsNoNameIsLeftToTheShellsFiles() throws Exception {
    assertThat(completed("run", "my")).isEmpty();
    assertThat(Called.gradus("completion", "bash").out())
        .contains("complete -F _complete_gradus -o default gradus")
        .doesNotContain("compopt +o default");
  }

  @Test
  void zshIsToldHowToReadTheSameScript() {
    String bash = Called.gradus("completion", "bash").out();
    assertThat(Called.gradus("completion", "zsh").out())
        .isEqualTo("autoload -U +X bashcompinit && bashcompinit\n" + bash);
  }

  @Test
  void anotherShellIsRefused() {
    assertThat(Called.gradus("completion", "fish").code()).isEqualTo(2);
    assertThat(Called.gradus("completion").err()).contains("'SHELL'");
  }
}
