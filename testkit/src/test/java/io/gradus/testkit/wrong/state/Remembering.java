package io.gradus.testkit.wrong.state;

import io.gradus.nn.Init;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Signal;
import io.gradus.nn.layers.Relu;
import java.util.ArrayList;
import java.util.List;

/// A recipe with static fields: three that can change, and three that cannot.
public record Remembering() implements LayerSpec {
  static final int NUMBER = 3;
  static final List<String> WORDS = List.of("a", "b");
  static final LayerSpec OTHER = new Relu();

  static final List<Signal> SEEN = new ArrayList<>();
  static final int[] COUNTS = {0};
  static int attached = NUMBER + WORDS.size();

  @Override
  public Signal infer(Signal in) {
    SEEN.add(in);
    COUNTS[0]++;
    return OTHER.infer(in);
  }

  @Override
  public Relu attach(Signal in, Init init) {
    attached++;
    return new Relu();
  }
}
