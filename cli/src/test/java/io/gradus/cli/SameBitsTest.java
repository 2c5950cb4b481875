package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.Loaded;
import io.gradus.experiments.run.RunListener;
import io.gradus.experiments.run.RunReport;
import io.gradus.experiments.run.Telemetry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Same file, same seed, same bits.
class SameBitsTest {
  private static final String SHORT = "train.steps=20";

  @TempDir private Path folder;

  @Test
  void interpretedAndCompiledCodeAgree() throws Exception {
    RunReport here = Lab.run(Lab.load("gpt/microgpt", SHORT), folder.resolve("here"));
    List<Child> children = new ArrayList<>();
    for (String flag : List.of("-Xint", "-XX:TieredStopAtLevel=1", "-XX:-TieredCompilation")) {
      Path out = folder.resolve(flag.replaceAll("\\W", ""));
      children.add(
          Child.start(
              folder,
              List.of(flag),
              "run",
              "gpt/microgpt",
              "--set",
              SHORT,
              "--json",
              "--out",
              out));
    }

    for (Child child : children) {
      Called there;
      try (child) {
        there = child.end();
      }
      assertThat(there.code()).as(there.err()).isZero();
      assertThat(there.json().get("digest").asString()).isEqualTo(here.result().digest());
      assertThat(there.json().get("samples").valueStream().map(name -> name.asString()).toList())
          .isEqualTo(here.samples());
      Path run = Path.of(there.json().get("run").asString());
      assertThat(run.resolve("metrics.jsonl"))
          .hasSameBinaryContentAs(here.folder().resolve("metrics.jsonl"));
      assertThat(run.resolve("checkpoint.safetensors"))
          .hasSameBinaryContentAs(here.folder().resolve("checkpoint.safetensors"));
    }
  }

  @Test
  void twoRunsAgree() {
    Loaded experiment = Lab.load("gpt/microgpt", SHORT);

    RunReport one = Lab.run(experiment, folder.resolve("one"));
    RunReport two = Lab.run(experiment, folder.resolve("two"));

    assertThat(two.result()).isEqualTo(one.result());
    assertThat(two.folder().resolve("checkpoint.safetensors"))
        .hasSameBinaryContentAs(one.folder().resolve("checkpoint.safetensors"));
  }

  @Test
  void metersChangeNoBit() {
    RunReport with = Lab.run(Lab.load("gpt/microgpt", SHORT), folder.resolve("with"));
    RunReport without = measured(new CompositeMeterRegistry(), "gpt/microgpt");

    assertThat(without.result()).isEqualTo(with.result());
    assertThat(without.samples()).isEqualTo(with.samples());
    assertThat(without.folder().resolve("metrics.prom")).isEmptyFile();
    assertThat(without.folder().resolve("metrics.jsonl"))
        .hasSameBinaryContentAs(with.folder().resolve("metrics.jsonl"));
  }

  @Test
  void metersTellStepsLossAndEnd() {
    var meters = new SimpleMeterRegistry();

    RunReport run = measured(meters, "micrograd/xor");

    assertThat(meters.get("gradus.train.step").tag("experiment", "xor").timer().count())
        .isEqualTo(20);
    assertThat(meters.get("gradus.train.loss").gauge().value())
        .isEqualTo(run.metrics().at("train/loss", 20).orElseThrow());
    assertThat(meters.get("gradus.run.completed").tag("status", "complete").counter().count())
        .isEqualTo(1);
    assertThat(meters.get("gradus.run.active").longTaskTimer().activeTasks()).isZero();
    assertThat(meters.getMeters())
        .allSatisfy(meter -> assertThat(meter.getId().getTag("seed")).isNull());
  }

  private RunReport measured(MeterRegistry registry, String experiment) {
    return Lab.runner(name -> new Telemetry(registry, name))
        .run(
            Lab.load(experiment, SHORT),
            folder.resolve("measured"),
            new RunListener() {},
            () -> false);
  }
}
