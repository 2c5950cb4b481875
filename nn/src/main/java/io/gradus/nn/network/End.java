package io.gradus.nn.network;

import static io.gradus.plugin.Require.require;

import io.gradus.data.Form;
import io.gradus.nn.LossSpec;
import io.gradus.nn.Signal;
import io.gradus.tensor.Shape;

/// Where a network's output meets the answers of the data.
///
/// @param form of the data
/// @param loss what compares the two
record End(Form form, LossSpec loss) {
  /// That the loss compares with answers such as these.
  void requireLoss() {
    boolean classes = loss.wants() == LossSpec.Wants.CLASSES;
    switch (form) {
      case Form.Sequences _ ->
          require(
              classes, "it compares numbers, and tokens are classes; cross-entropy compares them");
      case Form.Features(_, var named) ->
          require(
              !classes || named.isPresent(),
              "it compares with classes, 0, 1, ..., and these targets are other numbers; hinge and"
                  + " mse are losses of numbers");
      case Form.Tokens _, Form.Text _ -> {
        // no network is built for them
      }
    }
  }

  /// That the last layer gives what the loss compares.
  void requireFit(Signal out) {
    switch (form) {
      case Form.Sequences(var tokens, int length, boolean every, _) -> {
        int vocabulary = tokens.vocabulary();
        Shape wanted = every ? Shape.of(length, vocabulary) : Shape.of(vocabulary);
        require(
            out instanceof Signal.Numbers && out.shape().equals(wanted),
            "it gives %s, but scores %s are wanted: one for each token%s",
            out,
            Signal.batched(wanted),
            every ? " at each position" : "");
      }
      case Form.Features(_, var named) when loss.wants() == LossSpec.Wants.CLASSES ->
          requireScores(out, named.orElse(0));
      case Form.Features _ ->
          require(
              out instanceof Signal.Numbers && out.shape().size() == 1,
              "it gives %s, but one number for each point is wanted: (B) or (B, 1)",
              out);
      case Form.Tokens _, Form.Text _ -> {
        // no network is built for them
      }
    }
  }

  private static void requireScores(Signal out, int classes) {
    require(
        out instanceof Signal.Numbers && out.shape().rank() == 1,
        "it gives %s, but scores (B, C) are wanted, one for each class",
        out);
    require(
        classes <= out.shape().length(0),
        "it gives %s, but the classes are 0 to %d",
        out,
        classes - 1);
  }
}
