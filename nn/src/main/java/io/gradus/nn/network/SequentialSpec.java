package io.gradus.nn.network;

import static io.gradus.plugin.Require.require;

import io.gradus.data.Form;
import io.gradus.nn.Init;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.LossSpec;
import io.gradus.nn.MisfitException;
import io.gradus.nn.Parameters;
import io.gradus.nn.Signal;
import io.gradus.nn.TrainedModel;
import io.gradus.nn.TrainedSpec;
import io.gradus.nn.layers.Sequential;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;
import io.gradus.tensor.DType;
import io.gradus.tensor.NamePattern;
import io.gradus.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A network of layers, one behind the other, on the tensor engine.
///
/// Sequences of tokens `(B, T)` come in, or points `(B, F)`; a score for each token goes out, `(B,
/// V)` or `(B, T, V)`, or what the loss compares with.
@Doc("a network of layers, one behind the other; widths follow from the data")
public record SequentialSpec(
    @Doc("the layers in order") List<LayerSpec> layers,
    @Doc("what is made small") @Default("{type: cross-entropy}") LossSpec loss,
    @Doc("what large parameters add to the loss in training; nothing if left out")
        Optional<Penalty> penalty,
    @Doc("how numbers are kept") @Default("float32") DType dtype,
    @Doc("parameters that are not learned, by name, such as layers.0.*") @Default("[]")
        List<String> freeze)
    implements TrainedSpec {
  public SequentialSpec {
    layers = List.copyOf(layers);
    freeze = List.copyOf(freeze);
    require(!layers.isEmpty(), "layers is empty: there must be at least one");
  }

  @Override
  public TrainedModel build(Form form, Generator init) {
    Signal in = input(form);
    var spec = new Sequential.Spec(layers);
    Signal out = spec.infer(in);
    var end = new End(form, loss);
    MisfitException.placing("loss", end::requireLoss);
    MisfitException.placing("layers[%d]".formatted(layers.size() - 1), () -> end.requireFit(out));
    Sequential body = spec.attach(in, Init.of(init, dtype));
    Parameters parameters = Parameters.of(body);
    List<NamePattern> frozen = freeze.stream().map(NamePattern::new).toList();
    frozen.forEach(pattern -> pattern.requireOne("freeze", parameters.names()));
    Predicate<String> left = name -> NamePattern.any(frozen, name);
    Goal goal = Goal.of(loss, penalty, parameters);
    return form instanceof Form.Sequences sequences
        ? new TokenNetwork(body, parameters, goal, dtype, left, sequences)
        : new Network(body, parameters, goal, dtype, left);
  }

  private static Signal input(Form form) {
    return switch (form) {
      case Form.Sequences(var tokens, int length, _, _) ->
          new Signal.Tokens(tokens.vocabulary(), Shape.of(length));
      case Form.Features(int width, _) -> Signal.numbers(width);
      case Form.Tokens _ ->
          throw new IllegalArgumentException(
              "a sequential model learns from sequences of one length; say how documents are cut,"
                  + " such as examples: {type: windows, length: 3}");
      case Form.Text _ ->
          throw new IllegalArgumentException(
              "a sequential model learns from tokens or points, not " + form.inWords());
    };
  }
}
