package io.gradus.data;

import java.util.Arrays;
import java.util.List;

/// Documents as tokens, without the boundary token at their ends.
public record Documents(Form.Tokens form, List<int[]> documents) implements Dataset {
  public Documents {
    documents = List.copyOf(documents);
  }

  @Override
  public int size() {
    return documents.size();
  }

  @Override
  public Documents select(int... places) {
    return new Documents(form, Arrays.stream(places).mapToObj(documents::get).toList());
  }
}
