package io.gradus.experiments.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// How a run is doing, for those who operate it; it watches and never changes a bit.
///
/// `gradus.train.step` times each step, `gradus.train.loss` is the last loss, `gradus.run.active`
/// times the runs under way, `gradus.run.completed` counts the ended ones by status.
public final class Telemetry implements AutoCloseable {
  private final MeterRegistry registry;
  private final Timer step;
  private final LongTaskTimer active;
  private volatile double loss = Double.NaN;

  /// Meters in this registry, tagged with the experiment's name, never with its seed.
  public Telemetry(MeterRegistry registry, String experiment) {
    this.registry = registry;
    this.step = Timer.builder("gradus.train.step").tag("experiment", experiment).register(registry);
    this.active =
        LongTaskTimer.builder("gradus.run.active").tag("experiment", experiment).register(registry);
    Gauge.builder("gradus.train.loss", this, telemetry -> telemetry.loss)
        .tag("experiment", experiment)
        .strongReference(true)
        .register(registry);
  }

  /// Meters that end as a text for Prometheus.
  public static Telemetry prometheus(String experiment) {
    return new Telemetry(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), experiment);
  }

  LongTaskTimer.Sample begin() {
    return active.start();
  }

  Trainer.Step time(Supplier<Trainer.Step> training) {
    long start = registry.config().clock().monotonicTime();
    Trainer.Step made = training.get();
    step.record(registry.config().clock().monotonicTime() - start, TimeUnit.NANOSECONDS);
    loss = made.outcome().loss();
    return made;
  }

  void end(LongTaskTimer.Sample run, String status, String experiment) {
    run.stop();
    Counter.builder("gradus.run.completed")
        .tag("experiment", experiment)
        .tag("status", status)
        .register(registry)
        .increment();
  }

  /// The meters as Prometheus reads them; empty for a registry of another kind.
  String scrape() {
    return registry instanceof PrometheusMeterRegistry prometheus ? prometheus.scrape() : "";
  }

  @Override
  public void close() {
    registry.close();
  }
}
