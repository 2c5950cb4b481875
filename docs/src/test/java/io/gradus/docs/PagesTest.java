package io.gradus.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradus.experiments.BuiltIns;
import io.gradus.graph.TreeText;
import io.gradus.scalar.Expression;
import io.gradus.scalar.ScalarGraph;
import io.gradus.scalar.Value;
import io.gradus.tensor.Autograd;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import io.gradus.tensor.TensorGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The pages tell the truth about the tree they stand in.
class PagesTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)");
  private static final Pattern EXPERIMENT =
      Pattern.compile("gradus (?:run|verify|config show) ([a-z]+/[a-z-]+)");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      for (String link : all(LINK, page)) {
        links++;
        boolean elsewhere = link.startsWith("http");
        if (!elsewhere && !Files.exists(page.resolveSibling(link))) {
          dead.add(page.getFileName() + ": " + link);
        }
      }
    }
    assertThat(dead).isEmpty();
    assertThat(links).isGreaterThan(20);
  }

  @Test
  void everyExperimentThatAPageNamesIsThere() throws IOException {
    List<String> named = new ArrayList<>();
    for (Path page : pages()) {
      named.addAll(all(EXPERIMENT, page));
    }
    assertThat(named).hasSizeGreaterThan(3).isSubsetOf(BuiltIns.names());
  }

  @Test
  void theReadmesGraphIsWhatTheCommandShows() throws IOException {
    Value result =
        Expression.evaluate("tanh(x*w + b)", Map.of("x", 2.0, "w", -3.0, "b", 6.881373587019543))
            .result();
    result.backward();
    assertThat(Files.readString(ROOT.resolve("README.md")))
        .contains(TreeText.of(ScalarGraph.of(result)));
  }

  @Test
  void theGraphOfATensorIsWhatItsCodeShows() throws IOException {
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2).named("x");
    var weight = new Parameter("W", Tensor.of(new float[] {0.5f, -0.25f}, 2, 1));
    var bias = new Parameter("b", Tensor.of(new float[] {0.25f}, 1));
    Tensor loss = x.matmul(weight.value()).add(bias.value()).tanh().mean().named("loss");
    assertThat(Files.readString(ROOT.resolve("docs/architecture.md")))
        .contains(TreeText.of(TensorGraph.of(loss, Autograd.backward(loss))));
  }

  /// The experiment's own expectations hold them to the last bit.
  @Test
  void theReadmesRunIsWhatTheExperimentExpects() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String experiment = Files.readString(ROOT.resolve("experiments/gpt/microgpt.yaml"));
    String loss = readme.replaceAll("(?s).*\\ntrain/loss ([0-9.]+)\\n.*", "$1");
    assertThat(experiment).contains("step: 1000, value: " + loss + "}");
    assertThat(experiment).contains("samples: [simata, anen, ailo, taral, marile,");
    assertThat(readme).contains("  simata\n  anen\n  ailo\n  taral\n  marile\n");
  }

  @Test
  void ciRunsTheCommandsOfTheReadme() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String ci = Files.readString(ROOT.resolve(".ci/run"));
    assertThat(readme).contains("\n./gradus run gpt/microgpt ").contains("\nmvn verify ");
    assertThat(ci).contains("\n./gradus run gpt/microgpt\n").containsPattern("\nmvn .*verify\n");
  }

  @Test
  void ciRunsEveryExperiment() throws IOException {
    String ci = Files.readString(ROOT.resolve(".ci/run"));
    assertThat(BuiltIns.names()).allMatch(ci::contains);
  }

  /// All of the makemore family but what nobody published anything like.
  @Test
  void everyReproductionIsListed() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/reproductions.md"));
    assertThat(BuiltIns.names())
        .filteredOn(name -> name.startsWith("makemore/"))
        .filteredOn(name -> !name.equals("makemore/gated-residual-mlp"))
        .hasSizeGreaterThan(25)
        .allMatch(name -> page.contains("`" + name.substring("makemore/".length()) + "`"));
  }

  @Test
  void everyDecisionIsListed() throws IOException {
    String list = Files.readString(ROOT.resolve("docs/decisions/README.md"));
    try (Stream<Path> pages = Files.list(ROOT.resolve("docs/decisions"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .filteredOn(name -> !name.equals("README.md"))
          .hasSizeGreaterThan(4)
          .allMatch(list::contains);
    }
  }

  @Test
  void contributingIsShort() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("CONTRIBUTING.md"))).hasSizeLessThanOrEqualTo(60);
  }

  /// The drawing of the house names every module of the build.
  @Test
  void everyModuleHasItsParagraph() throws IOException {
    String house = Files.readString(ROOT.resolve("docs/architecture.md"));
    String build = Files.readString(ROOT.resolve("pom.xml"));
    List<String> modules =
        Pattern.compile("<module>([^<]+)</module>")
            .matcher(build)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(modules)
        .hasSizeGreaterThan(8)
        .allMatch(module -> house.contains("**" + module + "**"));
  }

  /// What the table of jars says is what their `module-info` files say.
  @Test
  void theTableOfJarsIsWhatTheModulesSay() throws IOException {
    String house = Files.readString(ROOT.resolve("docs/architecture.md"));
    List<String> rows = new ArrayList<>();
    for (Path module : modules()) {
      String source = Files.readString(module);
      String jar = ROOT.relativize(module).getName(0).toString();
      rows.add(
          "| `%s` | %s| %s|".formatted(jar, quoted(required(source)), quoted(exported(source))));
    }
    assertThat(rows).hasSizeGreaterThan(8).allSatisfy(row -> assertThat(house).contains(row));
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .map(folder -> folder.resolve("src/main/java/module-info.java"))
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  /// The jars, for `io.gradus.models.gpt` is in `models-gpt`.
  private static List<String> required(String source) {
    return Pattern.compile("requires (?:transitive )?io\\.gradus\\.([a-z.]+);")
        .matcher(source)
        .results()
        .map(match -> match.group(1).replace('.', '-').replace("autograd", "autograd-core"))
        .sorted()
        .toList();
  }

  private static List<String> exported(String source) {
    return Pattern.compile("exports io\\.gradus\\.([a-z.]+);")
        .matcher(source)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "` ").collect(Collectors.joining());
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"), 2)) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
              files.filter(file -> file.toString().endsWith(".md")))
          .toList();
    }
  }

  private static List<String> all(Pattern pattern, Path page) throws IOException {
    return pattern
        .matcher(Files.readString(page))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
