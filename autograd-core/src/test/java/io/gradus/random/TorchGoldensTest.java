package io.gradus.random;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradus.tensor.GoldenFile;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every draw of the shared file, in its order, beside PyTorch and CPython.
@Tag("needs-data")
class TorchGoldensTest {
  /// Of Gaussians, which PyTorch makes with a logarithm, sine and cosine of its own.
  private static final double TOLERANCE = 1e-6;

  /// What the file's multinomial draws were made with.
  private static final double[] SHARES = {0.1, 0.5, 0.2, 0.2};

  private static final Map<String, Algorithm> ALGORITHMS =
      Map.of("torch.Generator", Algorithm.TORCH, "random.Random", Algorithm.CPYTHON);

  @TestFactory
  Stream<DynamicTest> drawsAreThoseOfTheFile() {
    JsonNode seeds = new JsonMapper().readTree(GoldenFile.path().toFile()).required("random");
    return seeds.properties().stream()
        .flatMap(seed ->
            seed.getValue().properties().stream()
                .map(stream ->
                    DynamicTest.dynamicTest(
                        seed.getKey() + ", " + stream.getKey(),
                        () -> requireEqual(seed.getKey(), stream.getKey(), stream.getValue()))));
  }

  private static void requireEqual(String seed, String stream, JsonNode draws) {
    Algorithm algorithm =
        requireNonNull(ALGORITHMS.get(stream.substring(0, stream.indexOf(','))), stream);
    Generator generator = algorithm.generator(Long.parseLong(seed));
    draws
        .properties()
        .forEach(entry -> {
          double[] wanted =
              entry.getValue().valueStream().mapToDouble(JsonNode::asDouble).toArray();
          assertThat(drawn(entry.getKey(), wanted.length, generator))
              .as(entry.getKey())
              .containsExactly(wanted, within(TOLERANCE));
        });
  }

  private static double[] drawn(String name, int count, Generator generator) {
    String kind = name.replaceAll("\\d.*|[( ].*", "");
    return switch (kind) {
      case "rand", "random" -> each(count, _ -> generator.uniform());
      case "randn" ->
          name.contains("f64") ? generator.wideGaussians(count) : generator.gaussians(count);
      case "gauss" -> each(count, _ -> generator.gaussian(numbers(name)[1], numbers(name)[2]));
      case "randint_" -> each(count, _ -> generator.below((int) numbers(name)[1]));
      case "randint" -> each(count, _ -> generator.below((int) numbers(name)[1] + 1));
      case "randperm", "shuffle" -> shuffled(count, generator);
      case "uniform" -> each(count, _ -> generator.uniform(-1, 1));
      case "multinomial_" -> each(count, _ -> Choice.TORCH_CDF.draw(SHARES, generator));
      case "choices" -> each(count, _ -> generator.choice(new double[] {1, 2, 3, 4, 5}));
      default -> throw new AssertionError("unknown draws '" + name + "'");
    };
  }

  private static double[] each(int count, IntToDoubleFunction draw) {
    return IntStream.range(0, count).mapToDouble(draw).toArray();
  }

  private static double[] shuffled(int count, Generator generator) {
    return Golden.shuffled(generator, count).stream().mapToDouble(Integer::doubleValue).toArray();
  }

  /// The numbers in a name, in order.
  private static double[] numbers(String name) {
    return Pattern.compile("\\d+(\\.\\d+)?")
        .matcher(name)
        .results()
        .map(MatchResult::group)
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
