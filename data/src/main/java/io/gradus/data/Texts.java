package io.gradus.data;

import java.util.Arrays;
import java.util.List;

/// Pieces of text, one an example.
public record Texts(List<String> texts) implements Dataset {
  public Texts {
    texts = List.copyOf(texts);
  }

  @Override
  public int size() {
    return texts.size();
  }

  @Override
  public Texts select(int... places) {
    return new Texts(Arrays.stream(places).mapToObj(texts::get).toList());
  }

  @Override
  public Form form() {
    return new Form.Text();
  }
}
