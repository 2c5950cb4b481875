package io.gradus.experiments.insight;

import io.gradus.nn.LanguageModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How likely each token is behind each other, as a model has it.
///
/// @param tokens V labels
/// @param counts (V, V): how often it was seen; empty where the model did not count
/// @param probabilities (V, V), `p(b | a) = softmax(scores behind a)` in row a, column b
public record Bigrams(List<String> tokens, Optional<double[][]> counts, double[][] probabilities) {
  public Bigrams {
    tokens = List.copyOf(tokens);
  }

  /// Two tokens, one behind the other.
  ///
  /// @param count how often; empty where nobody counted
  public record Pair(String before, String after, Optional<Double> count, double probability) {}

  /// Asks a model what follows each token alone.
  ///
  /// @param counted (V, V) in row-major order
  public static Bigrams of(LanguageModel model, List<String> tokens, Optional<double[]> counted) {
    int v = tokens.size();
    double[][] probabilities = new double[v][];
    LanguageModel.Reading reading = model.read();
    for (int token = 0; token < v; token++) {
      probabilities[token] = softmax(reading.next(token));
      reading = counted.isPresent() ? reading : model.read(); // a count sees one token anyway
    }
    return new Bigrams(tokens, counted.map(table -> rows(table, v)), probabilities);
  }

  private static double[][] rows(double[] table, int v) {
    double[][] rows = new double[v][];
    for (int row = 0; row < v; row++) {
      rows[row] = Arrays.copyOfRange(table, row * v, (row + 1) * v);
    }
    return rows;
  }

  /// `p_i = exp(s_i - max s) / Σ_j exp(s_j - max s)`; nothing is likely where all scores are -∞.
  static double[] softmax(double... scores) {
    double most = Arrays.stream(scores).max().orElse(0);
    double[] shares = new double[scores.length];
    if (!Double.isFinite(most)) {
      return shares;
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      shares[i] = StrictMath.exp(scores[i] - most);
      sum += shares[i];
    }
    for (int i = 0; i < scores.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /// The most frequent pairs, or the likeliest where nobody counted.
  public List<Pair> top(int most) {
    List<Pair> pairs = new ArrayList<>();
    for (int before = 0; before < tokens.size(); before++) {
      for (int after = 0; after < tokens.size(); after++) {
        double ink = ink()[before][after];
        if (pairs.size() < most || ink > ink(pairs.getLast())) {
          int place = pairs.size();
          while (place > 0 && ink > ink(pairs.get(place - 1))) {
            place--;
          }
          pairs.add(place, pair(before, after));
          pairs.subList(Math.min(most, pairs.size()), pairs.size()).clear();
        }
      }
    }
    return List.copyOf(pairs);
  }

  private static double ink(Pair pair) {
    return pair.count().orElse(pair.probability());
  }

  private Pair pair(int before, int after) {
    return new Pair(
        tokens.get(before),
        tokens.get(after),
        counts.map(table -> table[before][after]),
        probabilities[before][after]);
  }

  /// What a drawing shows as ink: counts, or else probabilities.
  public double[][] ink() {
    return counts.orElse(probabilities);
  }
}
