package io.gradus.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every mistake that a person makes in an experiment file has one message, to the character.
///
/// A case is `NAME.yaml` beside `NAME.expected`, what the command says on standard error; options
/// stand in `NAME.options`, one argument a line. Files that do not belong into a repository are
/// made here.
class BrokenFilesTest {
  private static final int AT_LEAST = 70;
  private static final String VALID =
      """
      name: broken
      model:
        type: expression
        expression: o = x*x
        at: {x: 3}
      """;

  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> brokenFileIsRefused() throws IOException {
    return cases().stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> isRefusedAsExpected(file)));
  }

  @Test
  void thereAreManyCasesAndEachSaysWhatItExpects() throws IOException {
    List<String> names = cases().stream().map(BrokenFilesTest::name).toList();
    assertThat(names).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    try (Stream<Path> files = Files.list(folder())) {
      List<String> expected =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".expected"))
              .map(file -> file.replace(".expected", ""))
              .sorted()
              .toList();
      assertThat(expected).isEqualTo(names);
    }
  }

  /// So that a case cannot be refused for a reason that is not its own.
  @Test
  void fileWithoutMistakeIsTaken() throws IOException {
    Path file = made("valid.yaml", VALID.getBytes(UTF_8));
    assertThat(validated(file)).isEqualTo(new Said(0, "valid.yaml is valid\n", ""));
  }

  @Test
  void fileWithTheMarkOfSomeEditorsAndTheirLineEndsIsTaken() throws IOException {
    String text = "\ufeff" + VALID.replace("\n", "\r\n");
    Path file = made("windows.yaml", text.getBytes(UTF_8));
    assertThat(validated(file)).isEqualTo(new Said(0, "windows.yaml is valid\n", ""));
  }

  @Test
  void markAndLineEndsOfSomeEditorsLeaveThePlacesWhereTheyAre() throws IOException {
    String text = "\ufeffnmae: broken\r\n" + VALID.substring(VALID.indexOf("model")) + "foo: 1\r\n";
    isRefused(
        made("windows.yaml", text.replaceAll("(?<!\r)\n", "\r\n").getBytes(UTF_8)),
        """
        windows.yaml:1:1 nmae: no such setting in an experiment with the model 'expression'
          nmae: broken
          ^ did you mean 'name'? there are: about, expect, model, name
        windows.yaml:6:1 foo: no such setting in an experiment with the model 'expression'
          foo: 1
          ^
        2 errors; nothing was run.
        """);
  }

  @Test
  void binaryFileIsRefused() throws IOException {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    isRefused(
        made("binary.yaml", bytes),
        """
        binary.yaml:2:118 the byte 0x80 is no text
          an experiment is written in UTF-8
        1 error; nothing was run.
        """);
  }

  @Test
  void fileInAnotherEncodingIsRefusedAtItsFirstForeignByte() throws IOException {
    isRefused(
        made("latin.yaml", (VALID + "about: Zo\u00eb\n").getBytes(ISO_8859_1)),
        """
        latin.yaml:6:10 the byte 0xeb is no text
          an experiment is written in UTF-8
        1 error; nothing was run.
        """);
  }

  @Test
  void fileInUtf16IsRefused() throws IOException {
    isRefused(
        made("wide.yaml", VALID.getBytes(UTF_16LE)),
        """
        wide.yaml:1:2 the character U+0000 is no text
          an experiment is written in UTF-8
        1 error; nothing was run.
        """);
  }

  @Test
  void characterThatATerminalObeysIsRefused() throws IOException {
    isRefused(
        made("escape.yaml", (VALID + "about: \u001b[31mred\n").getBytes(UTF_8)),
        """
        escape.yaml:6:8 the character U+001B is no text
          an experiment is written in UTF-8
        1 error; nothing was run.
        """);
  }

  @Test
  void controlCharacterBehindAsciiIsRefused() throws IOException {
    isRefused(
        made("control.yaml", (VALID + "about: \u009b31mred\n").getBytes(UTF_8)),
        """
        control.yaml:6:8 the character U+009B is no text
          an experiment is written in UTF-8
        1 error; nothing was run.
        """);
  }

  @Test
  void tenMegabytesAreRefused() throws IOException {
    byte[] bytes = new byte[10 << 20];
    Arrays.fill(bytes, (byte) '#');
    isRefused(
        made("large.yaml", bytes),
        """
        large.yaml:1:1 the file has 10,485,760 bytes; an experiment has at most 1,048,576
        1 error; nothing was run.
        """);
  }

  @Test
  void deeplyNestedListsAreRefused() throws IOException {
    isRefused(
        made("deep.yaml", ("a: " + "[".repeat(100_000)).getBytes(UTF_8)),
        """
        deep.yaml:1:36 this is nested more than 32 deep
          %s
          %s^
        1 error; nothing was run.
        """
            .formatted("a: " + "[".repeat(97), " ".repeat(35)));
  }

  @Test
  void deeplyNestedBlocksAreRefused() throws IOException {
    var text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    isRefused(
        made("deep.yaml", text.toString().getBytes(UTF_8)),
        """
        deep.yaml:34:34 this is nested more than 32 deep
          %sa:
          %s^
        1 error; nothing was run.
        """
            .formatted(" ".repeat(33), " ".repeat(33)));
  }

  @Test
  void aLineOfAMegabyteIsShownInPart() throws IOException {
    String text = VALID + "a: {b: " + "x".repeat(1_000_000) + ", c: ]}\n";
    isRefused(
        made("long.yaml", text.getBytes(UTF_8)),
        """
        long.yaml:6:1000013 a value is missing here
          %s, c: ]}
          %s^
        1 error; nothing was run.
        """
            .formatted("x".repeat(93), " ".repeat(98)));
  }

  @Test
  void fileThatIsNotThereIsRefused() {
    isRefused(temporary.resolve("none.yaml"), "there is no file none.yaml\n");
  }

  @Test
  void folderIsRefused() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("folder.yaml"));
    isRefused(folder, "there is no file folder.yaml\n");
  }

  @Test
  void misspelledNameOfAnExperimentBringsTheRightOne() {
    Said said = said(temporary, "run", "gpt/micropgt");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .startsWith(
            "there is no experiment 'gpt/micropgt'; did you mean 'gpt/microgpt'? there are: bench/")
        .endsWith("\nA file of your own ends in .yaml\n");
  }

  private record Said(int code, String out, String err) {}

  private void isRefusedAsExpected(Path file) throws IOException {
    Path options = folder().resolve(name(file) + ".options");
    List<String> more = Files.exists(options) ? Files.readAllLines(options) : List.of();
    String expected = Files.readString(folder().resolve(name(file) + ".expected"));
    isRefused(run(file, more), expected);
  }

  private void isRefused(Path file, String expected) {
    isRefused(run(file, List.of()), expected);
  }

  private void isRefused(Said said, String expected) {
    assertThat(said.err()).isEqualTo(expected).doesNotContain("\tat ");
    assertThat(said.out()).isEmpty();
    assertThat(said.code()).isEqualTo(2);
    assertThat(temporary.resolve("runs")).doesNotExist();
  }

  /// Runs a file; its folder is left out of what is said, as it differs from machine to machine.
  private Said run(Path file, List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("run", file.toString()));
    arguments.addAll(options);
    arguments.addAll(List.of("--out", temporary.resolve("runs").toString()));
    return said(Objects.requireNonNull(file.getParent()), arguments.toArray(String[]::new));
  }

  private static Said validated(Path file) {
    return said(Objects.requireNonNull(file.getParent()), "config", "validate", file.toString());
  }

  private static Said said(Path folder, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    int code = Main.run(console, arguments);
    console.flush();
    return new Said(code, anywhere(out, folder), anywhere(err, folder));
  }

  private static String anywhere(StringWriter said, Path folder) {
    return said.toString().replace(System.lineSeparator(), "\n").replace(folder + "/", "");
  }

  private Path made(String name, byte[] bytes) throws IOException {
    return Files.write(temporary.resolve(name), bytes);
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  private static Path folder() {
    var folder = Objects.requireNonNull(BrokenFilesTest.class.getResource("/broken"));
    return Path.of(URI.create(folder.toString()));
  }
}
