package io.gradus.experiments.run;

import io.gradus.data.Documents;
import io.gradus.data.Form;
import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// 1,000 documents over 26 letters, as long as the names of microgpt's published run: 7.17
/// positions in the mean, the boundary's among them.
final class SyntheticNames {
  private SyntheticNames() {}

  static Documents documents() {
    Generator generator = Algorithm.PHILOX.generator(0);
    List<int[]> documents =
        Stream.generate(() -> name(generator, length(generator))).limit(1000).toList();
    return new Documents(new Form.Tokens(27, 26), documents);
  }

  /// 3 to 9 letters, a sixth of a letter more in the mean.
  private static int length(Generator generator) {
    return 3 + generator.below(7) + (generator.below(6) == 0 ? 1 : 0);
  }

  private static int[] name(Generator generator, int length) {
    int[] letters = new int[length];
    Arrays.setAll(letters, _ -> generator.below(26));
    return letters;
  }
}
