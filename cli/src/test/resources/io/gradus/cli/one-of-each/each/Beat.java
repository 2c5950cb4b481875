package each;

import io.gradus.data.DataContext;
import io.gradus.data.DataSpec;
import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import java.util.List;
import java.util.OptionalInt;

/// 0, 1, 2, 0, 1, 2, ...
@Doc("one document that counts to three over and over; needs no tokenizer")
public record Beat(@Doc("tokens") @Default("300") int length) implements DataSpec {
  @Override
  public Documents load(DataContext context) {
    int[] tokens = new int[length];
    for (int i = 0; i < length; i++) {
      tokens[i] = i % 3;
    }
    return new Documents(new Form.Tokens(3, OptionalInt.empty()), List.of(tokens));
  }
}
