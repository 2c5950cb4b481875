package io.gradus.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What one `gradus` command in this process came to.
///
/// @param code its exit code
/// @param out all of its standard output
/// @param err all of its standard error
record Called(int code, String out, String err) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// Runs `gradus` with these words, each as its text.
  static Called gradus(Object... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var console = new Console(new PrintWriter(out), new PrintWriter(err), false);
    int code = Main.run(console, Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    return new Called(code, out.toString(), err.toString());
  }

  /// Standard output as the one JSON value that it must be.
  JsonNode json() {
    return JSON.readTree(out);
  }

  /// A JSON text as a tree.
  static JsonNode json(String text) {
    return JSON.readTree(text);
  }
}
