package io.gradus.cli;

import io.gradus.experiments.figure.Digits;
import io.gradus.experiments.run.HandGradients;
import io.gradus.experiments.run.SetupException;
import io.gradus.nn.GradientComparison;
import java.util.function.Predicate;

/// Gradients that were written by hand, against those of autograd.
record CmpFigure(HandGradients compared) implements Figure {
  static CmpFigure of(Subject subject) {
    return new CmpFigure(
        subject.isRun()
            ? HandGradients.ofRun(
                subject.run(Exhibit.CMP), subject.loader().get(), subject.library())
            : HandGradients.of(subject.experiment(), subject.library()));
  }

  @Override
  public String table() {
    var table = new Table("gradient of", "exact", "approximate", "max difference");
    for (GradientComparison each : compared.gradients()) {
      table.row(
          each.name(),
          word(each.exact()),
          word(each.approximate()),
          each.maxDifference() == 0 ? "0" : Digits.four(each.maxDifference()));
    }
    return "%s, %s: gradients by hand and by autograd, of %d examples\n\n%s\n%s"
        .formatted(
            compared.title(), state(), compared.examples(), table.aligned(), totals().aligned());
  }

  private String state() {
    return compared.step() == 0 ? "before it has learned" : "after step " + compared.step();
  }

  private Table totals() {
    return new Table()
        .row("gradients", count(_ -> true))
        .row("exact", count(GradientComparison::exact))
        .row("approximate", count(GradientComparison::approximate));
  }

  private String count(Predicate<GradientComparison> which) {
    return Long.toString(compared.gradients().stream().filter(which).count());
  }

  private static String word(boolean holds) {
    return holds ? "yes" : "no";
  }

  @Override
  public Object json() {
    return compared;
  }

  @Override
  public String svg() {
    throw new SetupException("there is no drawing of a comparison; there are: json, table");
  }
}
