package io.gradus.nn.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.nn.Pass;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each cell beside PyTorch's of the same name, which was computed in double precision.
@Tag("needs-data")
class TorchCellsTest {
  private static final double TOLERANCE = 1e-10;

  /// A cell of PyTorch's.
  record Case(String name, BiFunction<Linear, Linear, Cell> cell) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("rnn_cell", (input, state) -> new RnnCell(input, state, Recipes.TANH)),
        new Case("gru_cell", GruCell::new),
        new Case("lstm_cell", LstmCell::new));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theNextStateAndTheGradientsAreThoseOfTorch(Case one) {
    JsonNode golden = golden(one.name());
    JsonNode inputs = golden.required("inputs");
    Linear input = linear(inputs, "ih");
    Linear state = linear(inputs, "hh");
    Tensor x = tensor(inputs, "x");
    Tensor h = tensor(inputs, "h");
    Optional<Tensor> c = Optional.ofNullable(inputs.get("c")).map(TorchCellsTest::tensor);
    Tensor next = next(one.cell().apply(input, state), x, beside(h, c));
    Tensor output = c.isEmpty() ? next : halves(next);
    requireClose("the next state", output, golden.required("output"));
    Gradients gradients = Autograd.backward(output.mul(tensor(golden.required("weight"))).sum());
    JsonNode grads = golden.required("grads");
    requireClose("x", gradients.of(x), grads.required("x"));
    requireClose("h", gradients.of(h), grads.required("h"));
    c.ifPresent(memory -> requireClose("c", gradients.of(memory), grads.required("c")));
    requireClose(gradients, input, "ih", grads);
    requireClose(gradients, state, "hh", grads);
  }

  private static JsonNode golden(String name) {
    Path file =
        Optional.ofNullable(System.getProperty("gradus.goldens"))
            .filter(path -> !path.isEmpty())
            .map(Path::of)
            .orElseGet(() -> NeededFile.shared("reference/torch-goldens.json"));
    return new JsonMapper()
        .readTree(file.toFile())
        .path("ops")
        .valueStream()
        .filter(each -> each.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// One step over a sequence of one position.
  private static Tensor next(Cell cell, Tensor x, Tensor state) {
    Cell.Steps steps = cell.over(x.unsqueeze(1), Pass.evaluation());
    return steps.next().apply(steps.inputs().squeeze(1), state);
  }

  private static Tensor beside(Tensor h, Optional<Tensor> c) {
    return c.isPresent() ? Tensor.concatenate(1, List.of(h, c.get())) : h;
  }

  /// `(B, 2·width)` as `(2, B, width)`.
  private static Tensor halves(Tensor state) {
    int width = state.shape().length(1) / 2;
    return Tensor.stack(0, List.of(state.slice(1, 0, width), state.slice(1, width, 2 * width)));
  }

  private static Linear linear(JsonNode inputs, String which) {
    return Fixed.linear(
        tensor(inputs, "weight_" + which).transpose(), tensor(inputs, "bias_" + which));
  }

  private static Tensor tensor(JsonNode arrays, String name) {
    return tensor(arrays.required(name));
  }

  private static Tensor tensor(JsonNode array) {
    return Tensor.of(
        array.required("data").valueStream().mapToDouble(JsonNode::asDouble).toArray(),
        array.required("shape").valueStream().mapToInt(JsonNode::asInt).toArray());
  }

  private static void requireClose(
      Gradients gradients, Linear map, String which, JsonNode expected) {
    Parameter bias = map.bias().orElseThrow();
    Tensor weight = gradients.of(map.weight()).transpose();
    requireClose("weight_" + which, weight, expected.required("weight_" + which));
    requireClose("bias_" + which, gradients.of(bias), expected.required("bias_" + which));
  }

  private static void requireClose(String what, Tensor found, JsonNode expected) {
    Tensor wanted = tensor(expected);
    assertThat(found.shape()).as(what).isEqualTo(wanted.shape());
    assertThat(found.toDoubles()).as(what).containsExactly(wanted.toDoubles(), within(TOLERANCE));
  }
}
