package io.gradus.experiments.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {
  @TempDir private Path folder;

  @Test
  void markOfSomeEditorsIsLeftOut() {
    assertThat(Document.decode("x.yaml", "\ufeffname: x".getBytes(UTF_8))).isEqualTo("name: x");
  }

  @Test
  void foreignByteHasALineAndAColumnInCharacters() {
    byte[] bytes = "a: 1\nb: \u00e9?".getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xff;
    assertThatThrownBy(() -> Document.decode("x.yaml", bytes))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("x.yaml:2:5 the byte 0xff is no text");
  }

  @Test
  void siblingIsFoundBesideTheFileAndNotAFolder() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), "name: base\n");
    Files.createDirectory(folder.resolve("more"));
    Path file = Files.writeString(folder.resolve("file.yaml"), "name: file\n");
    Document document = Document.file(file, _ -> Optional.empty());
    assertThat(document.sibling("base.yaml").map(Document::text)).contains("name: base\n");
    assertThat(document.sibling("./more/../base.yaml").map(found -> found.source().title()))
        .contains(folder.resolve("base.yaml").toString());
    assertThat(document.sibling("more")).isEmpty();
    assertThat(document.sibling("none.yaml")).isEmpty();
    assertThat(document.sibling("a\0b")).isEmpty();
  }
}
