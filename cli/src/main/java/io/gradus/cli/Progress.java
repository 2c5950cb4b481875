package io.gradus.cli;

import io.gradus.experiments.run.RunListener;
import io.gradus.nn.Outcome;
import java.nio.file.Path;
import java.util.Locale;

/// Shows a run to a person: what it is, then one line that is drawn over as it goes.
final class Progress implements RunListener {
  private static final long REDRAW_NANOS = 100_000_000;
  private static final int BAR = 24;

  private final Console console;
  private final boolean shown;
  private final long begun = System.nanoTime();
  private long drawn = begun;
  private int first;
  private String validation = "";

  Progress(Console console, boolean quiet) {
    this.console = console;
    this.shown = !quiet;
  }

  @Override
  public void started(Path folder, int examples, long parameters, int step) {
    first = step;
    if (shown) {
      String from = step > 0 ? ", going on after step " + step : "";
      console
          .err()
          .println(
              "%s, %s%s"
                  .formatted(counted(examples, "example"), counted(parameters, "parameter"), from));
    }
  }

  @Override
  public void warned(String message) {
    console.err().println("gradus: " + message);
  }

  private static String counted(long count, String thing) {
    return "%,d %s%s".formatted(count, thing, count == 1 ? "" : "s");
  }

  @Override
  public void stepped(int step, int steps, Outcome outcome) {
    long now = System.nanoTime();
    if (shown && console.terminal() && (now - drawn > REDRAW_NANOS || step == steps)) {
      drawn = now;
      console.err().print("\r" + line(step, steps, outcome, (now - begun) / 1e9) + "\u001b[K");
      console.err().print(step == steps ? "\n" : "");
      console.err().flush();
    }
  }

  @Override
  public void evaluated(int step, String part, Outcome outcome) {
    if (part.equals("validation")) {
      validation = String.format(Locale.ROOT, "  validation %.4f", outcome.loss());
    }
  }

  private String line(int step, int steps, Outcome outcome, double seconds) {
    int full = (int) ((long) BAR * step / steps);
    double rate = (step - first) / Math.max(seconds, 1e-3);
    long left = Math.round((steps - step) / Math.max(rate, 1e-9));
    return String.format(
        Locale.ROOT,
        "[%s%s] %,d/%,d  loss %.4f%s  %,.0f steps/s  %d:%02d left",
        "=".repeat(full),
        " ".repeat(BAR - full),
        step,
        steps,
        outcome.loss(),
        validation,
        rate,
        left / 60,
        left % 60);
  }

  @Override
  public void sampled(int written, int count) {
    if (shown && console.terminal() && written % 100 == 0) {
      console.err().print("\r%,d of %,d samples\u001b[K".formatted(written, count));
      console.err().print(written == count ? "\n" : "");
      console.err().flush();
    }
  }
}
