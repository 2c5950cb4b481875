package io.gradus.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\n",
        "a: \"1\"\n",
        "a: \"true\"\n",
        "a: \"null\"\n",
        "a: \"\"\n",
        "a: \"~\"\n",
        "a: \"yes\"\n",
        "a: \"1e3\"\n",
        "a: \"1_000\"\n",
        "a: \"0x10\"\n",
        "a: \"010\"\n",
        "a: \".5\"\n",
        "a: \".nan\"\n",
        "a: \"<<\"\n",
        "a: \"- x\"\n",
        "a: \"x: y\"\n",
        "a: \"x # y\"\n",
        "a: \"# y\"\n",
        "a: \" x \"\n",
        "a: \"@x\"\n",
        "a: \"*x\"\n",
        "a: \"!x\"\n",
        "a: \"{x\"\n",
        "a: \"it's \\\"so\\\"\"\n",
        "a: \"two\\nlines\\n\"\n",
        "a: \"tab\\there\"\n",
        "a: \"\\u200b\\u00e9\"\n",
        "a: 1.0e-8\n",
        "a: 1e-8\n",
        "a: -0.0\n",
        "a: true\n",
        "a: []\n",
        "a: {}\n",
        "a: [[1, 2], [], {b: [x]}]\n",
        "\"a.b\": 1\n",
        "\"\": 1\n",
        "\"1\": 1\n",
        "\"true\": 1\n",
        "\"x y: z\": 1\n",
      })
  void whatIsWrittenReadsBackAsTheSameTree(String text) {
    String written = ConfigText.of(Trees.read(text));
    assertThat(shapes(Trees.read(written))).isEqualTo(shapes(Trees.read(text)));
    assertThat(ConfigText.of(Trees.read(written))).isEqualTo(written);
  }

  @Test
  void everyValueHasItsOriginBehindIt() {
    assertThat(ConfigText.withOrigins(Trees.read("a: 1\nb:\n  c: x\nd: []\n")))
        .isEqualTo(
            """
            a: 1                                     # file.yaml:1
            b:
              c: x                                   # file.yaml:3
            d: []                                    # file.yaml:4
            """);
  }

  /// A tree without its places.
  private static String shapes(ConfigNode node) {
    return switch (node) {
      case ConfigNode.Scalar(_, var shape, var text) -> shape + "'" + text + "'";
      case ConfigNode.Sequence(_, var items) ->
          items.stream().map(ConfigTextTest::shapes).toList() + "";
      case ConfigNode.Mapping mapping -> {
        var out = new StringBuilder("{");
        mapping
            .entries()
            .forEach((key, entry) ->
                out.append(key).append('=').append(shapes(entry.value())).append(';'));
        yield out.append('}').toString();
      }
    };
  }
}
