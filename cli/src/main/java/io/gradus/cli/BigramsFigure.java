package io.gradus.cli;

import io.gradus.data.Form;
import io.gradus.experiments.figure.Digits;
import io.gradus.experiments.figure.HeatMap;
import io.gradus.experiments.figure.Picture;
import io.gradus.experiments.insight.Bigrams;
import io.gradus.experiments.insight.Bigrams.Pair;
import io.gradus.experiments.run.RestoredModel;
import io.gradus.experiments.run.SetupException;
import io.gradus.nn.CountedModel;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Slice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which token follows which in a model that sees one token.
record BigramsFigure(Path run, Bigrams bigrams) implements Figure {
  private static final int TOP = 20;

  /// More cells are a drawing of many megabytes that nobody can read.
  private static final int LARGEST = 128;

  static Figure of(Subject subject) {
    RestoredModel restored = subject.restored(Exhibit.BIGRAMS);
    List<Slice> parameters = restored.model().parameters();
    int v = restored.tokens().map(Form.Tokens::vocabulary).orElse(0);
    boolean table =
        parameters.size() == 1 && Arrays.equals(parameters.getFirst().shape(), new int[] {v, v});
    if (!table || !(restored.model() instanceof LanguageModel model) || !seesOne(restored.form())) {
      throw new SetupException(
          ("the model of %s is no table of bigrams; bigrams are shown of counted ones, and of a model"
                  + " that sees one token and whose only parameter has a row and a column for each")
              .formatted(restored.folder()));
    }
    return new BigramsFigure(
        restored.folder(),
        Bigrams.of(
            model,
            restored.labels(),
            restored.model() instanceof CountedModel
                ? Optional.of(numbers(parameters.getFirst()))
                : Optional.empty()));
  }

  private static boolean seesOne(Form form) {
    return !(form instanceof Form.Sequences sequences)
        || sequences.length() == 1
        || sequences.every();
  }

  private static double[] numbers(Slice slice) {
    double[] numbers = new double[slice.size()];
    slice.read(numbers);
    return numbers;
  }

  @Override
  public String table() {
    boolean counted = bigrams.counts().isPresent();
    var table =
        counted
            ? new Table("before", "after", "count", "probability")
            : new Table("before", "after", "probability");
    for (Pair pair : bigrams.top(TOP)) {
      List<String> row = new ArrayList<>(List.of(pair.before(), pair.after()));
      pair.count().ifPresent(count -> row.add(Digits.grouped(count.longValue())));
      row.add(Digits.four(pair.probability()));
      table.row(row.toArray(String[]::new));
    }
    return "%s: the %s bigrams\n\n%s\n%s"
        .formatted(run, counted ? "most frequent" : "likeliest", table.aligned(), totals());
  }

  private String totals() {
    var table = new Table().row("tokens", Digits.grouped(bigrams.tokens().size()));
    if (bigrams.counts().isPresent()) {
      double[] all = Arrays.stream(bigrams.ink()).flatMapToDouble(Arrays::stream).toArray();
      table.row("bigrams", Digits.grouped((long) Arrays.stream(all).sum()));
      table.row(
          "different ones", Digits.grouped(Arrays.stream(all).filter(count -> count > 0).count()));
      table.row("possible ones", Digits.grouped(all.length));
    }
    return table.aligned();
  }

  @Override
  public Object json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("run", run.toString());
    json.put("tokens", bigrams.tokens());
    bigrams.counts().ifPresent(counts -> json.put("counts", counts));
    json.put("probabilities", bigrams.probabilities());
    return json;
  }

  @Override
  public String svg() {
    List<String> tokens = bigrams.tokens();
    if (tokens.size() > LARGEST) {
      throw new SetupException(
          "a heat map of %d x %d cells cannot be read; at most %d are drawn, and --format json has all"
              .formatted(tokens.size(), tokens.size(), LARGEST));
    }
    List<List<String>> names =
        tokens.stream()
            .map(before -> tokens.stream().map(after -> before + after).toList())
            .toList();
    boolean counted = bigrams.counts().isPresent();
    String scale = counted ? "how often a token (column) follows another (row)" : "p(column | row)";
    return new Picture(
            "Bigrams of " + Subject.name(run),
            "A heat map with a row for each token and a column for each that may follow it; dark is "
                + (counted ? "frequent." : "likely."),
            List.of(new HeatMap(tokens, tokens, bigrams.ink(), names, scale)),
            List.of())
        .svg();
  }
}
