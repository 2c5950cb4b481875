package io.gradus.testkit;

import static org.assertj.core.api.Assertions.fail;

import io.gradus.nn.Fan;
import io.gradus.nn.Init;
import io.gradus.nn.Layer;
import io.gradus.nn.LayerSpec;
import io.gradus.nn.Pass;
import io.gradus.nn.Signal;
import io.gradus.nn.initialisers.Normal;
import io.gradus.nn.layers.LayersCatalog;
import io.gradus.nn.layers.Sequential;
import io.gradus.random.Philox;
import io.gradus.tensor.DType;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// A layer that lets everything through and draws first numbers of its own, to stand beside one
/// that is tried.
///
/// @param drawn its first numbers
public record Neighbour(Parameter drawn) implements Layer {
  private static final int NUMBERS = 8;

  /// A neighbour of whatever comes in.
  public record Spec() implements LayerSpec {
    @Override
    public Signal infer(Signal in) {
      return in;
    }

    @Override
    public Neighbour attach(Signal in, Init init) {
      return new Neighbour(init.parameter("drawn", new Normal(0, 1), Fan.each(NUMBERS)));
    }
  }

  @Override
  public Tensor apply(Tensor x, Pass pass) {
    return x;
  }

  /// That neighbours in a list draw the same with the sampled layer between them and without it.
  static void requireUnmoved(LayerSample sample) {
    requireNameOfItsOwn(sample.spec());
    List<Layer> with = built(sample, new Spec(), sample.spec(), new Spec());
    List<Layer> without = built(sample, new Spec(), new Spec());
    boolean same =
        Arrays.equals(numbers(with.getFirst()), numbers(without.getFirst()))
            && Arrays.equals(numbers(with.getLast()), numbers(without.getLast()));
    if (!same) {
      fail("%s changes what its neighbours in a list draw", sample);
    }
  }

  private static List<Layer> built(LayerSample sample, LayerSpec... layers) {
    Init init = Init.of(new Philox(42), DType.FLOAT64);
    return new Sequential.Spec(List.of(layers)).attach(sample.in(), init).layers();
  }

  private static double[] numbers(Layer neighbour) {
    return ((Neighbour) neighbour).drawn().value().toDoubles();
  }

  /// Layers of one list draw by the names of their classes, each counted for itself.
  private static void requireNameOfItsOwn(LayerSpec spec) {
    String own = name(spec.getClass());
    new TreeMap<>(new LayersCatalog().types())
        .forEach((name, other) -> {
          if (name(other).equals(own) && other != spec.getClass()) {
            fail(
                "%s is called %s like gradus' own '%s', and would change what such layers draw",
                spec.getClass().getName(), own, name);
          }
        });
  }

  private static String name(Class<?> spec) {
    Class<?> outer = spec.getEnclosingClass();
    return (outer == null ? spec : outer).getSimpleName();
  }
}
