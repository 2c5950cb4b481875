package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jars of others, loaded one layer each by a process on the module path.
class PluginsTest {
  private static final String RANGE = "Gradus-Version: [0.1,0.2)";

  private static final String EXPERIMENT =
      """
      name: each
      seed: 1
      data: {type: lines, corpus: given-names}
      tokenizer: {type: vowels}
      examples: {type: windows, length: 3}
      model:
        type: sequential
        loss: {type: quartic}
        layers:
          - {type: embedding, width: 4}
          - {type: flatten}
          - {type: doubled}
          - {type: linear, out: 3, weight-init: {type: ramp}}
      optimizer: {type: sign, lr: {type: halving, from: 0.01}}
      train: {steps: 4, batch: 8, order: random}
      trackers: [{type: tally}]
      """;

  private static final String BEATS =
      """
      name: beats
      seed: 1
      data: {type: beat}
      examples: {type: chunks, length: 8}
      model: {type: sequential, layers: [{type: embedding, width: 4}, {type: linear, out: 3}]}
      optimizer: {type: adamw, lr: 0.01}
      train: {steps: 2, batch: 4, order: random}
      """;

  @TempDir private static Path shared;
  private static Path each;

  @TempDir private Path folder;

  @BeforeAll
  static void packOneOfEach() throws IOException, URISyntaxException {
    Path sources = Path.of(PluginsTest.class.getResource("one-of-each").toURI());
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      each = PluginJar.of(shared.resolve("plugins/each-1.0.jar"), java, RANGE);
    }
  }

  private Path jar(String name, Map<String, String> sources, String... manifest)
      throws IOException {
    return PluginJar.of(folder.resolve("plugins").resolve(name), sources, manifest);
  }

  private Called gradus(Object... words) throws Exception {
    return Child.ofModules(folder, words);
  }

  @Test
  void oneOfEachKindIsUsedByItsNameAndRecorded() throws Exception {
    Path file = Files.writeString(folder.resolve("each.yaml"), EXPERIMENT);
    Path runs = folder.resolve("runs");

    Called run =
        gradus("run", file, "--out", runs, "--quiet", "--plugin-path", shared.resolve("plugins"));

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    Path made = Path.of(run.out().strip());
    assertThat(Lab.text(made.resolve("provenance.json"))).contains("\"each-1.0.jar\"");
    assertThat(Lab.text(made.resolve("tally.txt"))).endsWith(" numbers, complete\n");
    Path beats = Files.writeString(folder.resolve("beats.yaml"), BEATS);
    Called data = gradus("run", beats, "--out", runs, "--quiet", "--plugin-path", each);
    assertThat(data.err()).isEmpty();
    assertThat(data.code()).isZero();

    Called again = gradus("reproduce", made, "--plugin-path=" + each);
    assertThat(again.code()).isZero();

    Called without = gradus("reproduce", made);
    assertThat(without.code()).isEqualTo(2);
    assertThat(without.out()).isEmpty();
    assertThat(without.err())
        .startsWith(made + " was made with the plugin each-1.0.jar (SHA-256 ")
        .contains("which is not here; --plugin-path names a folder of plugins");
  }

  @Test
  void aPluginIsListedWithItsHashAndWhatItBrings() throws Exception {
    Called list = gradus("plugin", "list", "--plugin-path", shared.resolve("plugins"));

    assertThat(list.code()).isZero();
    assertThat(list.out())
        .startsWith("each-1.0.jar, from " + each)
        .contains("SHA-256 ", "layer", "doubled", "everything twice", "tokenizer", "halving");
    Called types = gradus("types", "optimizer", "sign", "--plugin-path", shared.resolve("plugins"));
    Called schema = gradus("config", "schema", "--plugin-path", each);
    assertThat(schema.out()).contains("everything twice", "a step of one length along the sign");
    assertThat(types.out())
        .startsWith("optimizer sign: a step of one length along the sign of each slope")
        .contains("from each-1.0.jar");
  }

  @Test
  void aBrokenPluginIsNamedAndHidesNoOther() throws Exception {
    jar("a-good.jar", PluginJar.sources("good", "good"), RANGE);
    Map<String, String> thrower = new TreeMap<>(PluginJar.sources("thrower", "thrown"));
    thrower.computeIfPresent(
        "thrower/Names.java",
        (_, text) ->
            text.replace("return", "if (true) throw new IllegalStateException(\"no\"); return"));
    jar("b-throws.jar", thrower, RANGE);
    jar("c-later.jar", PluginJar.sources("later", "later"), "Gradus-Version: [7.0,8.0)");
    jar("d-same.jar", PluginJar.sources("same", "good"), RANGE);
    jar("e-ours.jar", PluginJar.sources("ours", "linear"), RANGE);
    jar("f-empty.jar", Map.of("module-info.java", "module empty {}"), RANGE);
    Files.writeString(folder.resolve("plugins/g-text.jar"), "no jar");
    jar("h-also-good.jar", PluginJar.sources("also", "also-good"), RANGE);
    Path plugins = folder.resolve("plugins");

    Called list = gradus("plugin", "list", "--plugin-path", plugins);
    Called run = gradus("config", "validate", "gpt/microgpt", "--plugin-path", plugins);

    assertThat(list.code()).isEqualTo(2);
    assertThat(list.out()).contains("a-good.jar", "also-good").doesNotContain("thrown");
    assertThat(list.err().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains(
                        "b-throws.jar: its catalog thrower.Names fails",
                        "IllegalStateException: no"),
            line ->
                assertThat(line)
                    .endsWith("c-later.jar: it is made for gradus [7.0,8.0), and this is 0.1.0"),
            line ->
                assertThat(line)
                    .endsWith("d-same.jar: both a-good.jar and d-same.jar offer the layer 'good'"),
            line -> assertThat(line).contains("e-ours.jar: both ", " offer the layer 'linear'"),
            line -> assertThat(line).contains("f-empty.jar: it has no catalog"),
            line -> assertThat(line).contains("g-text.jar: it cannot be read as a jar"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("b-throws.jar", "g-text.jar", "Nothing runs until that is mended");
  }

  @Test
  void aPluginThatNeedsAnotherJarHasAFolderOfItsOwn() throws Exception {
    Path plugins = folder.resolve("plugins");
    Path helper =
        jar(
            "x/helper.jar",
            Map.of(
                "module-info.java", "module helper { exports helper; }",
                "helper/Help.java", "package helper; public class Help {}"));
    Map<String, String> sources = new TreeMap<>(PluginJar.sources("needy", "needy"));
    Path user = folder.resolve("plugins/x/needy.jar");
    sources.computeIfPresent(
        "module-info.java", (_, text) -> text.replace("exports", "requires helper; exports"));
    PluginJar.withModules(user, sources, helper, RANGE);

    Called together = gradus("plugin", "list", "--plugin-path", plugins);
    Called alone = gradus("plugin", "list", "--plugin-path", user);

    assertThat(together.code()).isZero();
    assertThat(together.out()).contains("helper.jar", "needy.jar", "leaves everything as it is");
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err())
        .contains("Module helper not found", "a folder of its own holds a plugin with the jars");
  }

  @Test
  void itsAuthorIsToldWhatIsWrongWithAJar() throws Exception {
    Map<String, String> careless = new TreeMap<>(PluginJar.sources("careless", "careless"));
    careless.computeIfPresent(
        "careless/Same.java",
        (_, text) ->
            text.replace(
                    "public record Same()",
                    "public record Same(@io.gradus.plugin.Default(\"three\") int n, double width)")
                .replace("return x;", "return x.mul(Math.exp(1));"));
    Path jar = jar("careless.jar", careless);

    Called wrong = gradus("plugin", "verify", jar);
    Called right = gradus("plugin", "verify", each);

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("its manifest has no Gradus-Version")
        .contains("layer 'careless': no @Doc says what 'n' is")
        .contains("layer 'careless': the default of 'n'")
        .contains("java.lang.Math.exp");
    assertThat(right.err()).isEmpty();
    assertThat(right.code()).isZero();
    assertThat(right.out()).contains("layer doubled, 0 settings").endsWith("Nothing is wrong.\n");
  }
}
