package io.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/// What `gradus show` finds in the folders of runs.
class ShowRunTest {
  @TempDir private static Path folder;

  private static Path xor;
  private static Path counted;
  private static Path tokens;

  private static Path run(Object... words) {
    Called ran = Called.gradus(words);
    assertThat(ran.code()).as(ran.err()).isZero();
    return Path.of(ran.json().get("run").asString());
  }

  @BeforeAll
  static void runs() throws IOException {
    xor =
        run(
            "run",
            "micrograd/xor",
            "--set",
            "train.steps=30",
            "--set",
            "record.weights=10",
            "--out",
            folder,
            "--json");
    Path names = Files.writeString(folder.resolve("names.txt"), "ab\nb\n");
    Path file =
        Files.writeString(
            folder.resolve("two.yaml"),
            """
            name: two
            seed: 1
            data: {type: lines, file: %s}
            tokenizer: {type: characters, boundary: dot}
            model: {type: bigram-counts}
            """
                .formatted(names));
    counted = run("run", file, "--out", folder, "--json");
    Path small =
        Files.writeString(
            folder.resolve("tokens.yaml"),
            """
            name: tokens
            seed: 1
            data: {type: lines, file: %s}
            tokenizer: {type: characters, boundary: dot}
            examples: {type: windows, length: 1}
            model:
              type: sequential
              layers: [{type: embedding, width: 3}, {type: flatten}]
            optimizer: {type: sgd, lr: 0.1}
            train: {steps: 2, batch: 2}
            """
                .formatted(names));
    tokens = run("run", small, "--out", folder, "--json");
  }

  private static String shown(Path run, Object... what) {
    Object[] words = new Object[what.length + 2];
    words[0] = "show";
    words[1] = run;
    System.arraycopy(what, 0, words, 2, what.length);
    Called shown = Called.gradus(words);
    assertThat(shown.code()).as(shown.err()).isZero();
    return shown.out();
  }

  private static Path of(String run) {
    return switch (run) {
      case "xor" -> xor;
      case "counted" -> counted;
      default -> tokens;
    };
  }

  private static Document xml(String svg) throws Exception {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return parsers.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  @ParameterizedTest
  @CsvSource({
    "xor, loss",
    "counted, loss",
    "tokens, loss",
    "counted, bigrams",
    "tokens, bigrams",
    "tokens, embeddings",
    "xor, weights",
    "xor, paths"
  })
  void aDrawingIsWellFormedAndTheSameTwice(String run, String what) throws Exception {
    String svg = shown(of(run), what, "--format", "svg");
    assertThat(xml(svg).getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg)
        .doesNotContain("NaN", "Infinity")
        .isEqualTo(shown(of(run), what, "--format", "svg"));
    assertThat(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8).length).isLessThan(200_000);
    Called.json(shown(of(run), what, "--format", "json"));
  }

  @Test
  void theLossIsShownInAboutTwentyRows() {
    String table = shown(xor, "loss");
    assertThat(table)
        .startsWith(xor + ": complete after step 30\n")
        .containsPattern("steps +train/loss +lowest +highest +train/accuracy\n1 to 2 ");
    assertThat(table.lines().filter(line -> line.contains(" to ")).count()).isBetween(15L, 21L);
    JsonNode curve =
        Called.json(shown(xor, "loss", "--smooth", "30", "--format", "json")).get("curves").get(0);
    assertThat(curve.get("smooth")).hasSize(1);
    assertThat(curve.get("smooth").get(0).get("to").asInt()).isEqualTo(30);
  }

  /// `.ab.` and `.b.`: b. twice, all others once.
  @Test
  void countedBigramsAreShownWithTheirProbabilities() {
    assertThat(shown(counted, "bigrams"))
        .contains(
            """
            before  after  count  probability
            b       .          2        1.000
            .       a          1       0.5000
            .       b          1       0.5000
            a       b          1        1.000
            """)
        .containsPattern("bigrams +5\ndifferent ones +4\npossible ones +9\n");
    JsonNode json = Called.json(shown(counted, "bigrams", "--format", "json"));
    assertThat(json.get("tokens").toString()).isEqualTo("[\".\",\"a\",\"b\"]");
    assertThat(json.get("counts").get(2).get(0).asDouble()).isEqualTo(2);
  }

  /// A trained table of scores; the probabilities of each row add up to 1.
  @Test
  void aTrainedTableHasProbabilitiesAndNoCounts() {
    JsonNode json = Called.json(shown(tokens, "bigrams", "--format", "json"));
    assertThat(json.has("counts")).isFalse();
    for (JsonNode row : json.get("probabilities")) {
      double sum = 0;
      for (JsonNode number : row) {
        sum += number.asDouble();
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
    assertThat(shown(tokens, "bigrams")).contains("the likeliest bigrams");
  }

  @Test
  void embeddingsOfThreeColumnsAreProjected() {
    assertThat(shown(tokens, "embeddings"))
        .contains("layers.0.table, 3 tokens of 3 numbers")
        .contains("the first two principal components show ")
        .containsPattern("token +component 1 +component 2 +nearest by angle\n\\. ");
  }

  /// Snapshots after 0, 10, 20 and 30 steps of 8 + 4 + 4 + 1 numbers.
  @Test
  void weightsAreShownSnapshotBySnapshot() {
    assertThat(shown(xor, "weights"))
        .startsWith(xor + ": 4 snapshots, steps 0 to 30\n")
        .containsPattern("layers.0.neurons.\\*.weights +8 ")
        .containsPattern("norm after step +0 +10 +20 +30\n");
    JsonNode json = Called.json(shown(xor, "weights", "--format", "json"));
    assertThat(json.get("steps").toString()).isEqualTo("[0,10,20,30]");
    JsonNode bias = json.get("parameters").get(0);
    assertThat(bias.get("name").asString()).isEqualTo("layers.0.neurons.*.bias");
    assertThat(bias.get("moments").get(0).get("norm").asDouble()).isZero(); // biases begin at 0
    assertThat(bias.get("traces").get(3).get("entry").asString())
        .isEqualTo("layers.0.neurons.3.bias");
  }

  @Test
  void thePathsOfAnInputAddUpToItsGradient() {
    String table = shown(xor, "paths", "--at", "0,1");
    assertThat(table)
        .startsWith(xor + ": 8 paths at x = (0, 1.000)\n")
        .containsPattern("x0 → h1\\.[0-3] → y0 ")
        .contains("dy0/dx1");
    for (JsonNode check :
        Called.json(shown(xor, "paths", "--at", "0.3,-1", "--format", "json")).get("checks")) {
      assertThat(check.get("sum").asDouble())
          .isNotZero()
          .isCloseTo(check.get("gradient").asDouble(), within(1e-12));
    }
  }

  @Test
  void pathsLeadThroughLinearLayersToo() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("points.yaml"),
            """
            name: points
            seed: 1
            data: {type: points, inputs: [[0.5, -1], [1, 2]], targets: [0, 1]}
            model:
              type: sequential
              layers: [{type: linear, out: 3}, {type: tanh}, {type: linear, out: 2}]
            optimizer: {type: sgd, lr: 0.1}
            train: {steps: 2, batch: 2}
            """);
    Path points = run("run", file, "--out", folder, "--json");
    JsonNode json = Called.json(shown(points, "paths", "--format", "json"));
    assertThat(json.get("at").toString()).isEqualTo("[0.5,-1.0]");
    assertThat(json.get("paths")).hasSize(2 * 3 * 2);
    assertThat(json.get("checks")).hasSize(4);
    for (JsonNode check : json.get("checks")) {
      assertThat(check.get("sum").asDouble())
          .isNotZero()
          .isCloseTo(check.get("gradient").asDouble(), within(1e-12));
    }
    Called norm =
        Called.gradus(
            "run", file, "--set", "model.layers[1].type=rmsnorm", "--out", folder, "--json");
    Called refused = Called.gradus("show", norm.json().get("run").asString(), "paths");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("layers.1 is of the type RmsNorm");
  }

  private static void assertRefused(String message, Object... words) {
    Called refused = Called.gradus(words);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains(message);
  }

  @Test
  void whatIsMissingIsNamedWithWhatToDo() {
    assertRefused("run it first: gradus run micrograd/xor", "show", "micrograd/xor", "loss");
    assertRefused("no experiment 'no/such'", "show", "no/such", "loss");
    assertRefused("--set record.weights=10", "show", tokens, "weights");
    assertRefused("is no table of bigrams", "show", xor, "bigrams");
    assertRefused("has no embedding", "show", xor, "embeddings");
    assertRefused("paths are followed from the numbers of a point", "show", tokens, "paths");
    assertRefused("--at has 3 numbers", "show", xor, "paths", "--at", "1,2,3");
    assertRefused("--at belongs to paths", "show", xor, "loss", "--at", "1");
    assertRefused("--smooth belongs to loss", "show", xor, "paths", "--smooth", "3");
    assertRefused("--smooth = 0 must be at least 1", "show", xor, "loss", "--smooth", "0");
    assertRefused("a run is shown as it was", "show", xor, "loss", "--seed", "3");
    assertRefused("there is no drawing of a model", "show", xor, "model", "--format", "svg");
    assertRefused("did you mean 'weights'?", "show", xor, "weight");
  }

  /// A loss that is no number any more ends a run, which shows what it has.
  @Test
  void aRunThatDivergedShowsWhatItHas() {
    Called ran =
        Called.gradus(
            "run",
            "micrograd/xor",
            "--set",
            "optimizer={type: sgd, lr: 1.0e200}",
            "--set",
            "record.weights=1",
            "--out",
            folder.resolve("diverged"),
            "--json");
    Path run = Path.of(ran.json().get("run").asString());
    assertThat(shown(run, "loss")).contains(": diverged after step ");
    assertThat(shown(run, "weights", "--format", "svg")).doesNotContain("NaN", "Infinity");
    assertThat(shown(run, "loss", "--format", "svg")).doesNotContain("NaN", "Infinity");
  }

  @Test
  void everyExhibitIsInTheHelp() {
    String help = Called.gradus("show", "--help").out();
    for (String name : Exhibit.names()) {
      assertThat(help).contains("\n  " + name + " ");
    }
  }
}
