package io.gradus.tensor;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import io.gradus.tensor.Losses.Reduce;
import io.gradus.tensor.Normalisations.Statistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What PyTorch's names mean here: each golden case as an expression of tensors.
final class TorchExpressions {
  private TorchExpressions() {}

  /// The inputs and attributes of a case.
  ///
  /// @param tensors the inputs that are numbers
  /// @param golden where the others are
  record Case(Map<String, Tensor> tensors, Golden golden) {
    Tensor tensor(String name) {
      return requireNonNull(tensors.get(name), name);
    }

    Tensor x() {
      return tensor("x");
    }

    Indices indices(String name) {
      return requireNonNull(golden.inputs().get(name), name).indices();
    }

    int dim() {
      return golden.args().integer("dim");
    }

    double eps() {
      return golden.args().number("eps");
    }

    Reduce reduce() {
      return Reduce.valueOf(golden.args().text("reduction", "mean").toUpperCase(Locale.ROOT));
    }

    Targets targets() {
      return Targets.of(indices("t"));
    }
  }

  /// An expression, from the inputs of a case to its result.
  interface Form {
    Tensor of(Case it);
  }

  /// What a name means.
  static final Map<String, Form> BY_NAME =
      Map.ofEntries(
          // two tensors, element by element
          entry("add", it -> it.tensor("a").add(it.tensor("b"))),
          entry("sub", it -> it.tensor("a").sub(it.tensor("b"))),
          entry("mul", it -> it.tensor("a").mul(it.tensor("b"))),
          entry("div", it -> it.tensor("a").div(it.tensor("b"))),
          entry("maximum", it -> it.tensor("a").maximum(it.tensor("b"))),
          entry("where", it -> it.tensor("a").where(mask(it.indices("c")), it.tensor("b"))),
          // one tensor, element by element
          entry("neg", it -> it.x().neg()),
          entry("exp", it -> it.x().exp()),
          entry("log", it -> it.x().log()),
          entry("sqrt", it -> it.x().sqrt()),
          entry("tanh", it -> it.x().tanh()),
          entry("sigmoid", it -> it.x().sigmoid()),
          entry("relu", it -> it.x().relu()),
          entry("gelu", it -> it.x().gelu()),
          entry("gelu_tanh", it -> it.x().geluTanh()),
          entry("silu", it -> it.x().silu()),
          entry("elu", it -> it.x().elu(it.golden().args().number("alpha", 1))),
          entry(
              "leaky_relu",
              it -> it.x().leakyRelu(it.golden().args().number("negative_slope", 0.01))),
          entry("softplus", it -> it.x().softplus()),
          entry("abs", it -> it.x().abs()),
          entry("sin", it -> it.x().sin()),
          entry("cos", it -> it.x().cos()),
          entry("reciprocal", it -> it.x().reciprocal()),
          entry("square", it -> it.x().square()),
          entry("rsqrt", it -> it.x().rsqrt()),
          entry("erf", it -> it.x().erf()),
          entry("relu_squared", it -> it.x().reluSquared()),
          entry("pow", it -> it.x().pow(it.golden().args().number("exponent"))),
          entry(
              "clamp",
              it ->
                  it.x().clamp(it.golden().args().number("min"), it.golden().args().number("max"))),
          // along an axis
          entry("softmax", it -> it.x().softmax(it.dim())),
          entry("softmax_large", it -> it.x().softmax(it.dim())),
          entry("log_softmax", it -> it.x().logSoftmax(it.dim())),
          entry("logsumexp", it -> it.x().logsumexp(it.dim(), false)),
          entry("logsumexp_large", it -> it.x().logsumexp(it.dim(), false)),
          entry("sum", it -> it.x().sum(it.dim())),
          entry("sum_keepdim", it -> it.x().sumKeeping(it.dim())),
          entry("mean", it -> it.x().mean(it.dim())),
          entry("amax", it -> it.x().max(it.dim(), false)),
          entry("amin", it -> it.x().min(it.dim(), false)),
          entry("var", it -> it.x().variance(1, it.dim())),
          entry("var_biased", it -> it.x().variance(0, it.dim())),
          entry("std", it -> it.x().deviation(1, it.dim())),
          entry("cumsum", it -> it.x().cumsum(it.dim())),
          // views and selections
          entry(
              "transpose",
              it ->
                  it.x()
                      .transpose(
                          it.golden().args().integer("dim0"), it.golden().args().integer("dim1"))),
          entry("permute", it -> it.x().permute(it.golden().args().integers("dims"))),
          entry("reshape", it -> it.x().reshape(it.golden().args().integers("shape"))),
          entry("expand", it -> it.x().expand(it.golden().args().integers("shape"))),
          entry(
              "slice",
              it ->
                  it.x()
                      .slice(
                          it.dim(),
                          it.golden().args().integer("start"),
                          it.golden().args().integer("end"))),
          entry("cat", it -> Tensor.concatenate(it.dim(), List.of(it.tensor("a"), it.tensor("b")))),
          entry("stack", it -> stack(it.dim(), it.tensor("a"), it.tensor("b"))),
          entry("index_select", it -> it.x().indexSelect(it.dim(), it.indices("i"))),
          entry("gather", it -> it.x().gather(it.dim(), it.indices("i"))),
          entry("embedding", it -> it.tensor("w").embedding(it.indices("i"))),
          // products
          entry("matmul", it -> it.tensor("input").matmul(it.tensor("other"))),
          entry("linear", it -> linear(it.x(), it.tensor("w"), it.tensor("b"))),
          entry("conv1d", TorchExpressions::conv1d),
          // losses
          entry("cross_entropy", it -> Losses.crossEntropy(it.x(), it.targets(), it.reduce())),
          entry(
              "cross_entropy_label_smoothing",
              it ->
                  Losses.crossEntropy(
                      it.x(),
                      it.targets().smoothed(it.golden().args().number("label_smoothing")),
                      it.reduce())),
          entry(
              "cross_entropy_ignore_index",
              it ->
                  Losses.crossEntropy(
                      it.x(),
                      it.targets().ignoring(it.golden().args().integer("ignore_index")),
                      it.reduce())),
          entry("nll_loss", it -> Losses.nll(it.x(), it.targets(), it.reduce())),
          entry("mse_loss", it -> Losses.mse(it.x(), it.tensor("y"), it.reduce())),
          entry("l1_loss", it -> Losses.l1(it.x(), it.tensor("y"), it.reduce())),
          entry(
              "huber_loss",
              it ->
                  Losses.huber(
                      it.x(), it.tensor("y"), it.golden().args().number("delta"), it.reduce())),
          entry("bce_with_logits", it -> Losses.bceWithLogits(it.x(), it.tensor("y"), it.reduce())),
          entry("hinge_loss", it -> Losses.hinge(it.x(), it.tensor("y"), it.reduce())),
          // normalisations
          entry(
              "layer_norm",
              it -> Normalisations.layerNorm(it.x(), it.tensor("w"), it.tensor("b"), it.eps())),
          entry("rms_norm", it -> Normalisations.rmsNorm(it.x(), it.eps()).mul(it.tensor("w"))),
          entry(
              "batch_norm_train",
              it ->
                  Normalisations.batchNorm(it.x(), it.tensor("w"), it.tensor("b"), it.eps(), 0, 0)),
          entry(
              "batch_norm_eval",
              it ->
                  Normalisations.batchNorm(
                          it.x(), new Statistics(it.tensor("rm"), it.tensor("rv")), it.eps())
                      .mul(it.tensor("w"))
                      .add(it.tensor("b"))),
          entry("batch_norm_running_stats", TorchExpressions::runningStatistics),
          // composed by whoever needs them
          entry("tril_masked_softmax", it -> causal(it.x()).softmax(-1)),
          entry("causal_attention", TorchExpressions::attention),
          entry("rnn_cell", it -> input(it).add(hidden(it)).tanh()),
          entry("gru_cell", TorchExpressions::gru),
          entry("lstm_cell", TorchExpressions::lstm));

  private static Mask mask(Indices chosen) {
    return chosen.equalTo(0).not();
  }

  private static Tensor stack(int axis, Tensor a, Tensor b) {
    return Tensor.stack(axis, List.of(a, b));
  }

  /// PyTorch's weights are `(out, in)`.
  private static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
    return x.matmul(weight.transpose()).add(bias);
  }

  private static Tensor conv1d(Case it) {
    Golden.Arguments args = it.golden().args();
    return it.x()
        .conv1d(
            it.tensor("w"),
            args.integer("stride"),
            args.integer("padding"),
            args.integer("dilation"))
        .add(it.tensor("b").unsqueeze(1));
  }

  /// Running means and variances, from 0 and 1, after a batch `x` and a batch `2x`.
  private static Tensor runningStatistics(Case it) {
    double momentum = it.golden().args().number("momentum");
    Tensor mean = Tensor.zeros(Shape.of(1, it.x().shape().length(1)), it.x().dtype());
    Tensor variance = Tensor.ones(mean.shape(), mean.dtype());
    for (Tensor batch : List.of(it.x(), it.x().mul(2))) {
      Statistics own = Statistics.of(batch, 1, 0);
      mean = mean.mul(1 - momentum).add(own.mean().mul(momentum));
      variance = variance.mul(1 - momentum).add(own.variance().mul(momentum));
    }
    return Tensor.concatenate(0, List.of(mean, variance));
  }

  private static Tensor causal(Tensor scores) {
    return scores.maskedFill(
        Mask.future(scores.shape().length(-2), scores.shape().length(-1)),
        Double.NEGATIVE_INFINITY);
  }

  private static Tensor attention(Case it) {
    return Attention.causal(it.tensor("q"), it.tensor("k"), it.tensor("v"));
  }

  private static Tensor input(Case it) {
    return linear(it.x(), it.tensor("weight_ih"), it.tensor("bias_ih"));
  }

  private static Tensor hidden(Case it) {
    return linear(it.tensor("h"), it.tensor("weight_hh"), it.tensor("bias_hh"));
  }

  /// One of the gates that stand beside each other in the last axis.
  private static Tensor gate(Tensor gates, int which, Tensor h) {
    int width = h.shape().length(-1);
    return gates.slice(-1, which * width, (which + 1) * width);
  }

  private static Tensor gru(Case it) {
    Tensor h = it.tensor("h");
    Tensor i = input(it);
    Tensor s = hidden(it);
    Tensor reset = gate(i, 0, h).add(gate(s, 0, h)).sigmoid();
    Tensor update = gate(i, 1, h).add(gate(s, 1, h)).sigmoid();
    Tensor candidate = gate(i, 2, h).add(reset.mul(gate(s, 2, h))).tanh();
    return candidate.add(update.mul(h.sub(candidate)));
  }

  private static Tensor lstm(Case it) {
    Tensor h = it.tensor("h");
    Tensor gates = input(it).add(hidden(it));
    Tensor in = gate(gates, 0, h).sigmoid();
    Tensor forget = gate(gates, 1, h).sigmoid();
    Tensor candidate = gate(gates, 2, h).tanh();
    Tensor out = gate(gates, 3, h).sigmoid();
    Tensor c = forget.mul(it.tensor("c")).add(in.mul(candidate));
    return stack(0, out.mul(c.tanh()), c);
  }
}
