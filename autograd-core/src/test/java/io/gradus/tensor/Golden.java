package io.gradus.tensor;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One expression that PyTorch computed: its inputs, its result, and the gradients of `Σ result ·
/// weight`.
record Golden(
    String name,
    Arguments args,
    Map<String, Array> inputs,
    Array output,
    Optional<Array> weight,
    Map<String, Array> grads) {
  /// Numbers in a shape; whole ones where they are indices.
  record Array(double[] data, int[] shape) {
    Tensor tensor(DType type) {
      return Tensor.of(data, shape).to(type).detach();
    }

    Indices indices() {
      return Indices.of(IntStream.range(0, data.length).map(i -> (int) data[i]).toArray(), shape);
    }
  }

  /// The attributes of the expression.
  record Arguments(JsonNode node) {
    int integer(String key) {
      return required(key).asInt();
    }

    double number(String key) {
      return required(key).asDouble();
    }

    double number(String key, double otherwise) {
      return node.has(key) ? number(key) : otherwise;
    }

    String text(String key, String otherwise) {
      return node.has(key) ? required(key).asString() : otherwise;
    }

    int[] integers(String key) {
      return required(key).valueStream().mapToInt(JsonNode::asInt).toArray();
    }

    private JsonNode required(String key) {
      return node.required(key);
    }
  }

  /// Every case of [GoldenFile].
  static List<Golden> all() throws IOException {
    JsonNode root = new JsonMapper().readTree(GoldenFile.path().toFile());
    return root.path("ops").valueStream().map(Golden::of).toList();
  }

  private static Golden of(JsonNode golden) {
    return new Golden(
        golden.required("name").asString(),
        new Arguments(golden.required("args")),
        arrays(golden.required("inputs")),
        array(golden.required("output")),
        golden.has("weight") ? Optional.of(array(golden.required("weight"))) : Optional.empty(),
        golden.has("grads") ? arrays(golden.required("grads")) : Map.of());
  }

  private static Map<String, Array> arrays(JsonNode node) {
    Map<String, Array> arrays = new LinkedHashMap<>();
    node.properties().forEach(entry -> arrays.put(entry.getKey(), array(entry.getValue())));
    return arrays;
  }

  private static Array array(JsonNode node) {
    return new Array(
        node.required("data").valueStream().mapToDouble(JsonNode::asDouble).toArray(),
        node.required("shape").valueStream().mapToInt(JsonNode::asInt).toArray());
  }
}
