package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.run.Result;
import io.gradus.experiments.run.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Networks that nobody wrote a class for, from the file to the end of the run.
class NetworkRunTest {
  private static final String GATED = "makemore/gated-residual-mlp";

  @TempDir private Path folder;

  private RunReport run(String... settings) {
    return Lab.run(Lab.load(GATED, settings), folder.resolve("out"));
  }

  @Test
  void everyStateThatIsAskedForIsKept() {
    RunReport run =
        run("train.steps=20", "evaluate.every=10", "checkpoint.every=5", "record={weights: 10}");

    assertThat(run.result().status()).isEqualTo(Result.COMPLETE);
    assertThat(Lab.names(run.folder().resolve("checkpoints")))
        .containsExactly(
            "step-000000005.safetensors",
            "step-000000010.safetensors",
            "step-000000015.safetensors",
            "step-000000020.safetensors");
    assertThat(Lab.names(run.folder().resolve("weights")))
        .containsExactly(
            "step-000000000.safetensors",
            "step-000000010.safetensors",
            "step-000000020.safetensors");
    assertThat(Lab.names(run.folder())).contains("best.safetensors", "checkpoint.safetensors");
    assertThat(run.result().metrics().keySet())
        .containsExactly(
            "samples/in-test",
            "samples/in-train",
            "samples/in-validation",
            "samples/new",
            "test/accuracy",
            "test/loss",
            "train/full-accuracy",
            "train/full-loss",
            "train/loss",
            "validation/accuracy",
            "validation/loss");
    assertThat(run.samples()).hasSize(10);
  }

  @Test
  void aRunThatGetsNoBetterStopsEarly() {
    RunReport run =
        run("train.steps=500", "optimizer.lr=0.0", "evaluate.every=3", "evaluate.patience=2");

    assertThat(run.result().status()).isEqualTo(Result.COMPLETE);
    assertThat(run.result().steps()).isEqualTo(9); // best at 3, then 6 and 9
    assertThat(run.result().reason())
        .isEqualTo("stopped early: validation/loss was lowest after step 3, 2 evaluations ago");
  }

  @Test
  void aLossThatIsNoNumberNamesLayerAndOperationAndKeepsTheLastGoodState() throws Exception {
    RunReport good = run("train.steps=1", "optimizer.lr=1e30", "sample=");
    RunReport run = run("train.steps=9", "optimizer.lr=1e30", "sample=");

    assertThat(run.result().status()).isEqualTo(Result.DIVERGED);
    assertThat(run.result().steps()).isEqualTo(2);
    assertThat(run.result().reason())
        .startsWith("the loss is no finite number: layers.2 (Linear): matmul made ")
        .contains("layers.2.weight");
    assertThat(run.result().digest()).as("as after step 1").isEqualTo(good.result().digest());
    assertThat(Lab.text(run.folder().resolve("run.log"))).contains("diverged at step 2: the loss");
    Called resumed = Called.gradus("resume", run.folder());
    assertThat(resumed.code()).isEqualTo(2);
    assertThat(resumed.err()).contains("is diverged; there is nothing to resume");
  }

  /// The update overflows although loss and gradient were finite; it cannot be taken back, so that
  /// the way to the step before it is made again.
  @Test
  void anUpdateThatOverflowsNamesTheParameterAndKeepsTheStateBefore() {
    String[] rate = {
      "optimizer={type: sgd, lr: {type: multistep, from: 0.1, at: [4], factor: 1.0e+300}}",
      "train.clip=",
      "train.groups=[]",
      "sample="
    };
    RunReport good = run(with(rate, "train.steps=4"));
    RunReport run = run(with(rate, "train.steps=9"));

    assertThat(run.result().status()).isEqualTo(Result.DIVERGED);
    assertThat(run.result().steps()).isEqualTo(5);
    assertThat(run.result().reason())
        .isEqualTo("the update made layers.0.table something else than finite numbers");
    assertThat(run.result().digest()).isEqualTo(good.result().digest());
    assertThat(Files.isRegularFile(run.folder().resolve("checkpoint.safetensors"))).isTrue();
  }

  private static String[] with(String[] settings, String more) {
    String[] all = java.util.Arrays.copyOf(settings, settings.length + 1);
    all[settings.length] = more;
    return all;
  }

  @Test
  void aLayerThatDoesNotFitIsRefusedAtItsLine() {
    Called refused =
        Called.gradus(
            "run",
            GATED,
            "--set",
            "model.layers[1]={type: attention, heads: 5}",
            "--out",
            folder.resolve("none"));

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "--set: model.layers[1]: numbers (B, 8, 12) came in; heads = 5 does not divide C = 12")
        .contains("1 error; nothing was run.");
    assertThat(Lab.names(folder.resolve("none").resolve("gated-residual-mlp"))).isEmpty();
  }

  @Test
  void aRunIsMadeAgainToTheSameBits() {
    RunReport run = run("train.steps=30", "evaluate.every=10");

    Called again = Called.gradus("reproduce", run.folder());

    assertThat(again.code()).as(again.toString()).isZero();
    assertThat(again.out()).startsWith("same bits");
  }
}
