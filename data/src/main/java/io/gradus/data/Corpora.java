package io.gradus.data;

import java.util.List;
import java.util.Optional;

/// The corpora that gradus knows by name, each pinned by its hash.
public final class Corpora {
  /// One corpus.
  ///
  /// @param name the name in experiment files; its file is `<name>.txt`
  /// @param sha256 of the file, in hexadecimal
  /// @param address where it can be downloaded; empty for one that is built in
  public record Corpus(String name, String sha256, Optional<String> address) {}

  static final List<Corpus> ALL =
      List.of(
          new Corpus(
              "given-names",
              "526d5a117565fd021d638fb22f8a96b50474e2f11cc84e5170518dad519f493a",
              Optional.empty()),
          new Corpus(
              "names",
              "0a30b5557f192f32ab962680889aac5f6fda0f4cecf40a6d0b5694f58ea8cc4d",
              Optional.of("https://raw.githubusercontent.com/karpathy/makemore/988aa59/names.txt")),
          new Corpus(
              "tinyshakespeare",
              "86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed",
              Optional.of(
                  "https://raw.githubusercontent.com/karpathy/char-rnn/6f9487a/data/tinyshakespeare/input.txt")));

  private Corpora() {}

  /// All of them.
  public static List<Corpus> all() {
    return ALL;
  }

  /// The corpus of this name; an `IllegalArgumentException` lists the names there are.
  public static Corpus known(String name) {
    return ALL.stream()
        .filter(corpus -> corpus.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no corpus '%s'; there are %s"
                    .formatted(name, String.join(", ", ALL.stream().map(Corpus::name).toList()))));
  }
}
