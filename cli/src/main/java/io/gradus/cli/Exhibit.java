package io.gradus.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What there is to show, by the name that stands on the command line.
enum Exhibit {
  MODEL,
  LOSS,
  VITALS,
  BIGRAMS,
  EMBEDDINGS,
  WEIGHTS,
  PATHS,
  CMP;

  /// Finds it, or says why it is not there.
  Figure in(Subject subject) {
    return switch (this) {
      case MODEL -> ModelFigure.of(subject);
      case LOSS -> LossFigure.of(subject);
      case VITALS -> VitalsFigure.of(subject);
      case BIGRAMS -> BigramsFigure.of(subject);
      case EMBEDDINGS -> EmbeddingsFigure.of(subject);
      case WEIGHTS -> WeightsFigure.of(subject);
      case PATHS -> PathsFigure.of(subject);
      case CMP -> CmpFigure.of(subject);
    };
  }

  static Optional<Exhibit> named(String name) {
    return Arrays.stream(values()).filter(each -> each.toString().equals(name)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Exhibit::toString).toList();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
