package io.gradus.testkit.wrong;

import io.gradus.nn.Fan;
import io.gradus.nn.Init;
import io.gradus.nn.Initialiser;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Signal;
import io.gradus.nn.layers.Relu;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.random.Generator;

/// Records that a catalog should not offer.
public final class Offered {
  private Offered() {}

  /// Of no kind.
  @Doc("a record of no kind")
  public record Nothing() {}

  /// Of two kinds.
  @Doc("a layer and an initialiser")
  public record Both() implements LayerSpec, Initialiser {
    @Override
    public Signal infer(Signal in) {
      return in;
    }

    @Override
    public Relu attach(Signal in, Init init) {
      return new Relu();
    }

    @Override
    public double[] draw(Fan fan, Generator generator) {
      return new double[fan.shape().size()];
    }
  }

  /// Whose default its own constructor refuses.
  @Doc("zeros, of which there must be some")
  public record Refusing(@Doc("how many") @Default("0") int count) implements Initialiser {
    public Refusing {
      if (count < 1) {
        throw new IllegalArgumentException("count = %d must be at least 1".formatted(count));
      }
    }

    @Override
    public double[] draw(Fan fan, Generator generator) {
      return new double[count];
    }
  }

  /// Whose setting nobody explains.
  @Doc("zeros")
  public record Silent(int count) implements Initialiser {
    @Override
    public double[] draw(Fan fan, Generator generator) {
      return new double[count];
    }
  }

  /// That nobody outside can make.
  @Doc("zeros")
  record Hidden() implements Initialiser {
    @Override
    public double[] draw(Fan fan, Generator generator) {
      return new double[fan.shape().size()];
    }
  }

  /// The hidden one.
  public static Class<? extends Record> hidden() {
    return Hidden.class;
  }
}
