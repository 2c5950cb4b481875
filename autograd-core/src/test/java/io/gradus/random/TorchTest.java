package io.gradus.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TorchTest implements GeneratorContract {
  /// How far PyTorch's own logarithm, sine and cosine of float32 may be away.
  private static final double PLATFORM = 1e-6;

  @Override
  public Generator generator(long seed) {
    return new Torch(seed);
  }

  @Override
  public Generator stranger() {
    return new CPython(42);
  }

  @Test
  void theTestVectorsOfLlmC() {
    var torch = new Torch(137);
    assertThat(words(torch, 5))
        .containsExactly(4053805790L, 2173880614L, 380293709L, 1237255315L, 2986595568L);
    double[] eight = {
      .7947664261, 1.4369317293, -.2292192131, .4755632579,
      -.6334410906, -.5791953802, -.0925704762, -.8659197092
    };
    assertThat(torch.gaussians(8)).containsExactly(eight, within(PLATFORM));
    assertThat(words(torch, 1)).containsExactly(2186503452L);
    assertThat(Arrays.copyOf(torch.gaussians(16), 2))
        .containsExactly(new double[] {-1.2813878, -2.6463957}, within(PLATFORM));
    assertThat(words(torch, 1)).containsExactly(2756748748L);
  }

  @Test
  void theFirstTableOfTheLectures() {
    assertThat(Arrays.copyOf(new Torch(2147483647).gaussians(27 * 10), 4))
        .containsExactly(
            new double[] {1.5673620, -0.2372923, -0.0273846, -1.1007794}, within(PLATFORM));
    assertThat(belows(new Torch(2147483647), 182_625, 5))
        .containsExactly(138156, 41144, 63274, 75447, 70028);
    assertThat(belows(new Torch(1337), 1_003_846, 4))
        .containsExactly(76049, 234249, 934904, 560986);
  }

  @Test
  void shufflesAsRandperm() {
    assertThat(Golden.shuffled(new Torch(2147483647), 10))
        .containsExactly(1, 9, 7, 4, 0, 5, 6, 8, 3, 2);
    assertThat(Golden.shuffled(new Torch(42), 10)).containsExactly(2, 6, 1, 8, 4, 5, 0, 9, 3, 7);
  }

  @Test
  void aSeedBeyond32BitsCountsByItsLowHalf() {
    assertThat(new Torch(42 + (5L << 32)).state()).isEqualTo(new Torch(42).state());
  }

  @Test
  void aCountThatIsNoMultipleOf16DrawsItsLast16PlacesAgain() {
    var torch = new Torch(42);
    double[] twenty = torch.gaussians(20);
    assertThat(Arrays.copyOf(twenty, 4)).isEqualTo(Arrays.copyOf(new Torch(42).gaussians(16), 4));
    var after = new Torch(42);
    for (int i = 0; i < 20; i++) {
      after.uniform();
    }
    assertThat(Arrays.copyOfRange(twenty, 4, 20)).isEqualTo(after.gaussians(16));
    assertThat(torch.state()).isEqualTo(after.state());
  }

  @Test
  void aSamplerIsSeededByTheSecondOfTwoLongWords() {
    var torch = new Torch(3407);
    List<Long> words = words(new Torch(3407), 4);
    Torch sampler = torch.sampler();
    assertThat(sampler.state()).isEqualTo(new Torch(words.get(3)).state());
    assertThat(words(torch, 1)).isEqualTo(words(new Torch(3407), 5).subList(4, 5));
  }

  private static List<Long> words(Torch torch, int count) {
    return Golden.draws(torch::word, count);
  }

  private static List<Integer> belows(Generator generator, int bound, int count) {
    return IntStream.range(0, count).mapToObj(_ -> generator.below(bound)).toList();
  }
}
