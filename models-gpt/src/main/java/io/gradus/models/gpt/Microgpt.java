package io.gradus.models.gpt;

import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.nn.LanguageModel;
import io.gradus.nn.Outcome;
import io.gradus.nn.Pass;
import io.gradus.nn.Slice;
import io.gradus.nn.TrainedModel;
import io.gradus.nn.scalar.Matrix;
import io.gradus.nn.scalar.ScalarParameters;
import io.gradus.random.Generator;
import io.gradus.scalar.Leaf;
import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A decoder-only transformer without biases, gains or final norm.
///
/// Letters: C the embedding's width, H heads of D = C/H numbers, T the positions so far, V the
/// vocabulary. A position is computed alone; the keys and values of earlier ones are kept.
final class Microgpt implements TrainedModel, LanguageModel {
  private static final double INIT_DEVIATION = 0.08;
  private static final double NORM_EPSILON = 1e-5;

  private final Weights weights;
  private final Form.Tokens tokens;
  private final int heads;
  private final int context;
  private final int headWidth;
  private final Leaf attentionScale;
  private final List<Slice> slices;

  /// The parameters, in the order of the published draws.
  ///
  /// @param token (V, C), a row a token
  /// @param position (context, C), a row a position
  /// @param head (V, C), from the stream to a score a token
  public record Weights(Matrix token, Matrix position, Matrix head, List<Block> blocks) {}

  /// The maps of one block: `query`, `key`, `value`, `output` (C, C), `up` (4C, C), `down` (C, 4C).
  public record Block(
      Matrix query, Matrix key, Matrix value, Matrix output, Matrix up, Matrix down) {}

  private Microgpt(MicrogptSpec spec, Form.Tokens tokens, Weights weights) {
    this.weights = weights;
    this.tokens = tokens;
    this.heads = spec.heads();
    this.context = spec.context();
    this.headWidth = spec.embedding() / spec.heads();
    this.attentionScale = Value.of(1 / Math.sqrt(headWidth));
    this.slices = ScalarParameters.of(weights);
  }

  static Microgpt create(MicrogptSpec spec, Form.Tokens tokens, Generator init) {
    int c = spec.embedding();
    return new Microgpt(
        spec,
        tokens,
        new Weights(
            matrix(tokens.vocabulary(), c, init),
            matrix(spec.context(), c, init),
            matrix(tokens.vocabulary(), c, init),
            Stream.generate(() -> block(c, init)).limit(spec.layers()).toList()));
  }

  private static Block block(int c, Generator init) {
    return new Block(
        matrix(c, c, init),
        matrix(c, c, init),
        matrix(c, c, init),
        matrix(c, c, init),
        matrix(4 * c, c, init),
        matrix(c, 4 * c, init));
  }

  private static Matrix matrix(int rows, int columns, Generator init) {
    return Matrix.gaussian(rows, columns, INIT_DEVIATION, init);
  }

  @Override
  public List<Slice> parameters() {
    return slices;
  }

  @Override
  public Outcome learn(Dataset batch, Pass pass) {
    slices.forEach(Slice::zeroGradient);
    Value loss = loss(batch);
    loss.backward();
    return Outcome.of(loss.data());
  }

  @Override
  public Outcome evaluate(Dataset examples) {
    double sum = 0;
    for (int i = 0; i < examples.size(); i++) {
      sum += loss(examples.select(i)).data();
    }
    return Outcome.of(sum / examples.size());
  }

  private Value loss(Dataset batch) {
    List<Value> losses = new ArrayList<>();
    for (int[] document : ((Documents) batch).documents()) {
      losses.add(documentLoss(document));
    }
    return mean(losses);
  }

  /// The mean of -log p(next token) over the positions of boundary, letters, boundary.
  private Value documentLoss(int[] document) {
    Position reading = new Position();
    List<Value> losses = new ArrayList<>();
    int positions = Math.min(context, document.length + 1);
    int token = tokens.boundary();
    for (int t = 0; t < positions; t++) {
      int next = t < document.length ? document[t] : tokens.boundary();
      losses.add(negativeLogLikelihood(reading.logits(token), next));
      token = next;
    }
    return mean(losses);
  }

  @Override
  public int context() {
    return context;
  }

  @Override
  public Reading read() {
    Position reading = new Position();
    return token -> reading.logits(token).stream().mapToDouble(Value::data).toArray();
  }

  /// The next position of a document, and what is kept of those before it.
  private final class Position {
    private final List<List<Head>> memories =
        Stream.generate(this::heads).limit(weights.blocks().size()).toList();
    private int t;

    private List<Head> heads() {
      return Stream.generate(Head::new).limit(heads).toList();
    }

    /// The scores of what follows this token: (V).
    Values logits(int token) {
      Values x = norm(sum(weights.token().row(token), weights.position().row(t++))); // (C)
      for (int i = 0; i < memories.size(); i++) {
        Block block = weights.blocks().get(i);
        x = sum(attention(block, memories.get(i), norm(x)), x); // (C)
        x = sum(feedForward(block, norm(x)), x); // (C)
      }
      return weights.head().times(x); // (V)
    }
  }

  /// What one head keeps of the positions so far: T keys of D numbers, and D columns of T values.
  private final class Head {
    private final List<Values> keys = new ArrayList<>();
    private final List<List<Value>> values =
        Stream.generate(() -> (List<Value>) new ArrayList<Value>()).limit(headWidth).toList();
  }

  /// Each head's mix of earlier values, weighted by how well their keys fit the query: (C).
  private Values attention(Block block, List<Head> memory, Values x) {
    Values q = block.query().times(x); // (C)
    Values k = block.key().times(x); // (C)
    Values v = block.value().times(x); // (C)
    List<Value> mixed = new ArrayList<>();
    for (int h = 0; h < heads; h++) {
      Head head = memory.get(h);
      int from = h * headWidth;
      Values query = q.part(from, from + headWidth); // (D)
      head.keys.add(k.part(from, from + headWidth));
      for (int d = 0; d < headWidth; d++) {
        head.values.get(d).add(v.get(from + d));
      }
      Value[] fits = new Value[head.keys.size()];
      for (int t = 0; t < fits.length; t++) {
        fits[t] = Value.dot(query, head.keys.get(t)).mul(attentionScale);
      }
      Values shares = softmax(Values.of(fits)); // (T)
      for (List<Value> column : head.values) {
        mixed.add(Value.dot(shares, column));
      }
    }
    return block.output().times(Values.copyOf(mixed)); // (C)
  }

  private static Values feedForward(Block block, Values x) {
    Values hidden = block.up().times(x); // (4C)
    Value[] active = new Value[hidden.size()];
    for (int i = 0; i < active.length; i++) {
      active[i] = hidden.get(i).relu();
    }
    return block.down().times(Values.of(active)); // (C)
  }

  private static Values sum(Values a, Values b) {
    Value[] out = new Value[a.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = a.get(i).add(b.get(i));
    }
    return Values.of(out);
  }

  /// RMSNorm without gain: `x (mean(x²) + ε)^-½`.
  private static Values norm(Values x) {
    Value scale = Value.dot(x, x).mul(1.0 / x.size()).add(NORM_EPSILON).pow(-0.5);
    Value[] out = new Value[x.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = x.get(i).mul(scale);
    }
    return Values.of(out);
  }

  private static Values softmax(Values x) {
    Values exps = exps(x);
    Value total = Value.sum(exps);
    Value[] shares = new Value[x.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = exps.get(i).div(total);
    }
    return Values.of(shares);
  }

  /// `-log softmax(logits)[target]`; only the target's share is needed.
  private static Value negativeLogLikelihood(Values logits, int target) {
    Values exps = exps(logits);
    return exps.get(target).div(Value.sum(exps)).log().neg();
  }

  /// `exp(x - max x)`, the largest taken as a constant: softmax does not change, nothing overflows.
  private static Values exps(Values x) {
    double largest = Double.NEGATIVE_INFINITY;
    for (Value each : x) {
      largest = Math.max(largest, each.data());
    }
    Leaf shift = Value.of(largest);
    Value[] exps = new Value[x.size()];
    for (int i = 0; i < exps.length; i++) {
      exps[i] = x.get(i).sub(shift).exp();
    }
    return Values.of(exps);
  }

  private static Value mean(List<Value> losses) {
    return Value.sum(losses).mul(1.0 / losses.size());
  }
}
