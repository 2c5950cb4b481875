package io.gradus.experiments.config;

import static io.gradus.plugin.Require.require;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.config.ConfigNode.Mapping;
import io.gradus.optimizers.Adam;
import io.gradus.optimizers.Constant;
import io.gradus.optimizers.Linear;
import io.gradus.optimizers.OptimizersCatalog;
import io.gradus.optimizers.Rule;
import io.gradus.optimizers.Schedule;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BinderTest {
  private final Problems problems = new Problems();
  private final Binder binder = new Binder(Registry.of(List.of(new OptimizersCatalog())), problems);

  enum Colour {
    RED,
    DARK_BLUE
  }

  record Inner(@Default("2") int depth, Optional<Integer> topK) {}

  record Outer(
      @Doc("how many") int count,
      @Default("0.5") double share,
      @Default("true") boolean loud,
      @Default("dark-blue") Colour colour,
      @Default("[1, 2]") List<Integer> sizes,
      @Default("{}") Map<String, Double> at,
      @Default("{depth: 3}") Inner inner,
      @Default("0.1") Schedule rate,
      Optional<Path> file) {
    Outer {
      require(count >= 1, "count = %d must be at least 1", count);
      require(sizes.size() <= count + 9, "sizes = %s are too many for count = %d", sizes, count);
    }
  }

  record Pair(@Default("16") int width, int heads) {
    Pair {
      require(width % heads == 0, "width = %d is no multiple of heads = %d", width, heads);
    }
  }

  private Binder.Bound bind(String text) {
    return binder.record((Mapping) Trees.read(text), Outer.class, "", "");
  }

  private List<String> wrong(String text) {
    assertThat(bind(text).value()).isEmpty();
    return Trees.inWords(problems.inOrder());
  }

  @Test
  void defaultsFillInWhatTheFileLeavesOut() {
    Binder.Bound bound = bind("count: 4\n");
    assertThat(bound.value())
        .contains(
            new Outer(
                4,
                0.5,
                true,
                Colour.DARK_BLUE,
                List.of(1, 2),
                Map.of(),
                new Inner(3, Optional.empty()),
                new Constant(0.1),
                Optional.empty()));
    assertThat(ConfigText.of(bound.node()))
        .isEqualTo(
            """
            count: 4
            share: 0.5
            loud: true
            colour: dark-blue
            sizes:
            - 1
            - 2
            at: {}
            inner:
              depth: 3
            rate: 0.1
            """);
  }

  @Test
  void everyValueMayBeGiven() {
    String text =
        """
        count: 1
        share: 1
        loud: false
        colour: red
        sizes: []
        at: {x: 1, y: 2.5}
        inner: {top-k: 5}
        rate: {type: linear, from: 0.1}
        file: names.txt
        """;
    assertThat(bind(text).value())
        .contains(
            new Outer(
                1,
                1.0,
                false,
                Colour.RED,
                List.of(),
                Map.of("x", 1.0, "y", 2.5),
                new Inner(2, Optional.of(5)),
                new Linear(0.1, 0.0),
                Optional.of(Path.of("/names.txt"))));
  }

  @Test
  void blockWithATypeIsTheRecordOfThatName() {
    var node = Trees.read("{type: adam, beta1: 0.8}");
    assertThat(binder.bind(node, Rule.class, "optimizer").value())
        .contains(new Adam(new Constant(0.001), 0.8, 0.999, 1.0e-8));
  }

  @Test
  void everyMistakeIsCollected() {
    assertThat(wrong("count: 3.7\nshare: half\nloud: 1\ncolour: rde\nsizes: [1, x]\nat: [1]\n"))
        .containsExactly(
            "1:8 count: expected a whole number, got 3.7",
            "2:8 share: expected a number, got the text 'half'",
            "3:7 loud: expected true or false, got 1",
            "4:9 colour: expected red or dark-blue, got the text 'rde'",
            "5:12 sizes[1]: expected a whole number, got the text 'x'",
            "6:5 at: expected a block of keys, got a list");
  }

  @Test
  void missingSettingSaysWhatItIs() {
    assertThat(wrong("share: 1\n")).containsExactly("1:1 count: this is missing (how many)");
  }

  @Test
  void misspelledSettingIsNotMissingToo() {
    assertThat(wrong("cuont: 1\n")).containsExactly("1:1 cuont: no such setting");
  }

  @Test
  void brokenRulePointsAtItsSetting() {
    assertThat(wrong("share: 1\ncount: 0\n")).containsExactly("2:8 count: 0 must be at least 1");
  }

  @Test
  void ruleThatADefaultBreaksPointsAtTheSettingThatWasWritten() {
    assertThat(new Pair(16, 4).width()).isEqualTo(16);
    binder.record((Mapping) Trees.read("heads: 3\n"), Pair.class, "model", "");
    assertThat(Trees.inWords(problems.inOrder()))
        .containsExactly("1:8 model.heads: width = 16 is no multiple of heads = 3");
  }
}
