package io.gradus.experiments.run;

import io.gradus.data.Tokenizer;
import io.gradus.experiments.Sampling;
import io.gradus.nn.LanguageModel;
import io.gradus.random.Generator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/// Lets a language model write documents, token by token.
///
/// Each begins at the boundary token, and ends there again or when it is as long as the model or
/// the plan allows. Running text has no boundary: it begins with the first token of the vocabulary.
public final class Sampler {
  /// For a model without a longest context: its counts may go in a circle for ever.
  private static final int LONGEST = 1000;

  /// Of running text, which has no ends.
  private static final int RUNNING = 500;

  private final LanguageModel model;
  private final Tokenizer tokenizer;
  private final Generator generator;

  /// Draws from this generator, a choice for each token.
  public Sampler(LanguageModel model, Tokenizer tokenizer, Generator generator) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.generator = generator;
  }

  /// As many documents as asked for, each beginning with the prompt; nothing where it was stopped.
  ///
  /// @param written told after each document how many there are
  /// @param stop asked before each document
  public Optional<List<String>> write(
      Sampling plan, String prompt, IntConsumer written, BooleanSupplier stop) {
    int[] start = tokenizer.encode(prompt);
    int usual = tokenizer.form().marker().isPresent() ? LONGEST : RUNNING;
    int longest = Math.min(model.context(), plan.length().orElse(usual));
    if (start.length >= longest) {
      throw new SetupException(
          longest == model.context()
              ? "the prompt has %d tokens; the model sees %d".formatted(start.length, longest)
              : "the prompt has %d tokens, and a document is to have %d at most"
                  .formatted(start.length, longest));
    }
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < plan.count(); i++) {
      if (stop.getAsBoolean()) {
        return Optional.empty();
      }
      documents.add(document(plan, start, longest));
      written.accept(documents.size());
    }
    return Optional.of(documents);
  }

  private String document(Sampling plan, int[] start, int longest) {
    OptionalInt boundary = tokenizer.form().marker();
    int[] tokens = Arrays.copyOf(start, longest);
    LanguageModel.Reading reading = model.read();
    int length = 0;
    double[] scores = reading.next(boundary.orElse(0)); // running text begins with its first token
    while (length < start.length) {
      scores = reading.next(tokens[length++]);
    }
    while (true) {
      int token = plan.sampler().draw(shares(scores, plan), generator);
      if (boundary.isPresent() && token == boundary.getAsInt()) {
        break;
      }
      tokens[length++] = token;
      if (length == longest) {
        break;
      }
      scores = reading.next(token);
    }
    return tokenizer.decode(Arrays.copyOf(tokens, length));
  }

  /// `softmax(scores / temperature)`, over the k likeliest where a k is given; of equal scores the
  /// earlier token counts as likelier.
  private static double[] shares(double[] scores, Sampling plan) {
    double best = Arrays.stream(scores).max().orElseThrow();
    if (!Double.isFinite(best)) {
      throw new RunException("the model's scores are no numbers any more: " + best);
    }
    double[] scaled = Arrays.stream(scores).map(score -> score / plan.temperature()).toArray();
    if (Double.isInfinite(best / plan.temperature())) { // so cold that only differences are left
      scaled = Arrays.stream(scores).map(score -> (score - best) / plan.temperature()).toArray();
    }
    double largest = Arrays.stream(scaled).max().orElseThrow();
    double[] shares = Arrays.stream(scaled).map(score -> StrictMath.exp(score - largest)).toArray();
    int k = plan.topK().orElse(shares.length);
    for (int token = 0; k < shares.length && token < shares.length; token++) {
      if (rank(scaled, token) >= k) {
        shares[token] = 0;
      }
    }
    double total = 0;
    for (double share : shares) {
      total += share;
    }
    for (int token = 0; token < shares.length; token++) {
      shares[token] /= total;
    }
    return shares;
  }

  /// How many tokens are likelier.
  private static int rank(double[] scores, int token) {
    int likelier = 0;
    for (int other = 0; other < scores.length; other++) {
      boolean before = scores[other] == scores[token] && other < token;
      likelier += scores[other] > scores[token] || before ? 1 : 0;
    }
    return likelier;
  }
}
