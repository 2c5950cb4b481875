package io.gradus.tensor;

import static io.gradus.tensor.Numbers.ANY;
import static io.gradus.tensor.Numbers.APART;
import static io.gradus.tensor.Numbers.APART_TOO;
import static io.gradus.tensor.Numbers.AWAY_FROM_ZERO;
import static io.gradus.tensor.Numbers.POSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Every operation, with inputs to try it on: what [OperationContractTest] is about.
final class Operations {
  private Operations() {}

  /// An operation and FLOAT64 inputs that fit it, away from its kinks.
  record Sample(Operation operation, List<Tensor> inputs) {
    Sample(Operation operation, Tensor... inputs) {
      this(operation, List.of(inputs));
    }

    Sample in(DType type) {
      return new Sample(operation, inputs.stream().map(x -> x.to(type).detach()).toList());
    }

    Tensor value() {
      return Tensor.apply(operation, inputs);
    }

    @Override
    public String toString() {
      return inputs.stream()
          .map(x -> x.shape().toString())
          .collect(Collectors.joining(" ", operation.name() + " of ", ""));
    }
  }

  static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    samples.addAll(unary());
    samples.addAll(binary());
    samples.addAll(reductions());
    samples.addAll(views());
    samples.addAll(selections());
    samples.addAll(products());
    samples.addAll(FusedOperations.all());
    return samples;
  }

  /// Operations of one element, and the numbers that each is tried on.
  private static List<Sample> unary() {
    List<Sample> samples = new ArrayList<>();
    for (int[] shape : new int[][] {{}, {3}, {2, 3}, {2, 1, 17}, {0}, {2, 0}}) {
      samples.add(new Sample(new Unary.Negate(), ANY.tensor(shape)));
      samples.add(new Sample(new Unary.Absolute(), AWAY_FROM_ZERO.tensor(shape)));
      samples.add(new Sample(new Unary.Sign(), AWAY_FROM_ZERO.tensor(shape)));
      samples.add(new Sample(new Transcendental.Exp(), ANY.tensor(shape)));
      samples.add(new Sample(new Transcendental.Expm1(), ANY.tensor(shape)));
      samples.add(new Sample(new Transcendental.Log(), POSITIVE.tensor(shape)));
      samples.add(new Sample(new Transcendental.Log1p(), POSITIVE.tensor(shape)));
      samples.add(new Sample(new Unary.Sqrt(), POSITIVE.tensor(shape)));
      samples.add(new Sample(new Unary.Reciprocal(), POSITIVE.tensor(shape)));
      samples.add(new Sample(new Transcendental.Tanh(), ANY.tensor(shape)));
      samples.add(new Sample(new Transcendental.Sigmoid(), ANY.tensor(shape)));
      samples.add(new Sample(new Unary.Relu(), AWAY_FROM_ZERO.tensor(shape)));
      samples.add(new Sample(new Transcendental.Softplus(), ANY.tensor(shape)));
      samples.add(new Sample(new Transcendental.Erf(), ANY.tensor(shape)));
      samples.add(new Sample(new Transcendental.Sin(), ANY.tensor(shape)));
      samples.add(new Sample(new Transcendental.Cos(), ANY.tensor(shape)));
      for (double exponent : new double[] {0, 1, 2, 3}) {
        samples.add(new Sample(new WithNumber.Power(exponent), ANY.tensor(shape)));
      }
      for (double exponent : new double[] {0.5, -0.5, -1, 1.7}) {
        samples.add(new Sample(new WithNumber.Power(exponent), POSITIVE.tensor(shape)));
      }
      samples.add(new Sample(new WithNumber.Scale(-1.5), ANY.tensor(shape)));
      samples.add(new Sample(new WithNumber.DivideBy(3), ANY.tensor(shape)));
      samples.add(new Sample(new WithNumber.Shift(0.25), ANY.tensor(shape)));
      samples.add(new Sample(new WithNumber.Clamp(0, 3), AWAY_FROM_ZERO.tensor(shape)));
      samples.add(new Sample(new WithNumber.Clamp(-3, 0), AWAY_FROM_ZERO.tensor(shape)));
      samples.add(new Sample(new Unary.Cast(DType.FLOAT64), ANY.tensor(shape)));
      samples.add(new Sample(new Unary.Identity(), ANY.tensor(shape)));
    }
    return samples;
  }

  /// Operations of two elements, on shapes that broadcast in every way.
  private static List<Sample> binary() {
    int[][][] pairs = {
      {{2, 3}, {2, 3}},
      {{2, 3}, {3}},
      {{2, 1}, {1, 3}},
      {{}, {2}},
      {{2, 3, 4}, {3, 1}},
      {{2, 1, 4}, {3, 1}},
      {{3, 2, 1, 4}, {3, 2, 5, 1}},
      {{}, {}},
      {{0, 3}, {1, 3}},
      {{1}, {0}},
    };
    List<Sample> samples = new ArrayList<>();
    for (int[][] pair : pairs) {
      Tensor a = ANY.tensor(pair[0]);
      Tensor b = ANY.other(pair[1]);
      samples.add(new Sample(new Binary.Add(), a, b));
      samples.add(new Sample(new Binary.Subtract(), a, b));
      samples.add(new Sample(new Binary.Multiply(), a, b));
      samples.add(new Sample(new Binary.Divide(), a, POSITIVE.tensor(pair[1])));
      samples.add(
          new Sample(new Binary.Maximum(), APART.tensor(pair[0]), APART_TOO.tensor(pair[1])));
      samples.add(
          new Sample(new Binary.Minimum(), APART.tensor(pair[0]), APART_TOO.tensor(pair[1])));
      samples.add(new Sample(new Binary.Where(b.greater(0)), a, b));
      samples.add(new Sample(new Binary.TanhGradient(), a, b));
      samples.add(new Sample(new Binary.SigmoidGradient(), a, b));
      samples.add(new Sample(new Binary.ReluGradient(), a, AWAY_FROM_ZERO.tensor(pair[1])));
    }
    Mask tall = Mask.of(new boolean[] {true, false, true}, 3, 1);
    samples.add(new Sample(new Binary.Where(tall), ANY.tensor(2), ANY.tensor()));
    return samples;
  }

  private static List<Sample> reductions() {
    Tensor x = APART.tensor(2, 3, 4);
    Tensor none = ANY.tensor(2, 0, 3);
    List<Sample> samples = new ArrayList<>();
    for (boolean keep : new boolean[] {false, true}) {
      for (List<Integer> axes :
          List.of(List.of(0), List.of(1), List.of(2), List.of(0, 2), List.of(0, 1, 2))) {
        samples.add(new Sample(new Reduction.Sum(axes, keep), x));
        samples.add(new Sample(new Reduction.Sum(axes, keep), none));
      }
      samples.add(new Sample(new Reduction.Sum(List.of(), keep), ANY.tensor()));
      samples.add(new Sample(new Reduction.Sum(List.of(0), keep), ANY.tensor(600, 2)));
      for (int axis : new int[] {0, 1, 2}) {
        samples.add(new Sample(new Reduction.Max(axis, keep), x));
      }
      samples.add(new Sample(new Reduction.Max(2, keep), none));
    }
    for (boolean reversed : new boolean[] {false, true}) {
      for (int axis : new int[] {0, 1, 2}) {
        samples.add(new Sample(new Reduction.CumulativeSum(axis, reversed), x));
        samples.add(new Sample(new Reduction.CumulativeSum(axis, reversed), none));
      }
    }
    return samples;
  }

  private static List<Sample> views() {
    Tensor x = ANY.tensor(2, 3, 4);
    Tensor none = ANY.tensor(2, 0, 3);
    var windows = new View.Windows(1, 3, 2, 1);
    var spread = new View.Windows(0, 2, 1, 3);
    return List.of(
        new Sample(new View.Reshape(Shape.of(4, 6)), x),
        new Sample(new View.Reshape(Shape.of(24)), x),
        new Sample(new View.Reshape(Shape.of(3, 0)), none),
        new Sample(new View.Reshape(Shape.SCALAR), ANY.tensor(1, 1)),
        new Sample(new View.Permute(List.of(2, 0, 1)), x),
        new Sample(new View.Permute(List.of(1, 0, 2)), none),
        new Sample(new View.Permute(List.of()), ANY.tensor()),
        new Sample(new View.Expand(Shape.of(5, 2, 3, 4)), ANY.tensor(2, 1, 4)),
        new Sample(new View.Expand(Shape.of(2, 2)), ANY.tensor()),
        new Sample(new View.Expand(Shape.of(0, 3)), ANY.tensor(1, 3)),
        new Sample(new View.Slice(2, 1, 2, 1), x),
        new Sample(new View.Slice(2, 0, 2, 3), x),
        new Sample(new View.Slice(0, 1, 1, 1), x),
        new Sample(new View.Slice(1, 3, 0, 1), x),
        new Sample(new View.Place(2, 1, 1, 7), x),
        new Sample(new View.Place(1, 1, 2, 6), x),
        new Sample(new View.Place(1, 0, 1, 2), none),
        new Sample(windows, ANY.tensor(2, 7, 3)),
        new Sample(windows, ANY.tensor(2, 6, 3)),
        new Sample(spread, ANY.tensor(9)),
        new Sample(new View.Overlap(windows, 7), ANY.tensor(2, 3, 3, 3)),
        new Sample(new View.Overlap(windows, 8), ANY.tensor(2, 3, 3, 3)),
        new Sample(new View.Overlap(spread, 9), ANY.tensor(6, 2)));
  }

  private static List<Sample> selections() {
    Tensor x = ANY.tensor(3, 4);
    Indices rows = Indices.of(new int[] {2, 0, 0, 2, 1, 2}, 2, 3);
    Indices columns = Indices.of(new int[] {3, 3, 0, 1}, 2, 2);
    Indices none = Indices.of(new int[0], 0, 2);
    return List.of(
        new Sample(new Selection.IndexSelect(0, rows), x),
        new Sample(new Selection.IndexSelect(1, columns), x),
        new Sample(new Selection.IndexSelect(1, Indices.of(3).reshape()), x),
        new Sample(new Selection.IndexSelect(0, none), x),
        new Sample(new Selection.IndexAdd(0, rows, 3), ANY.tensor(2, 3, 4)),
        new Sample(new Selection.IndexAdd(1, columns, 5), ANY.tensor(3, 2, 2)),
        new Sample(new Selection.IndexAdd(0, none, 2), ANY.tensor(0, 2, 3)),
        new Sample(new Selection.Gather(1, columns), x),
        new Sample(new Selection.Gather(0, rows), x),
        new Sample(new Selection.Gather(1, none), x),
        new Sample(new Selection.Scatter(1, columns, Shape.of(3, 4)), ANY.tensor(2, 2)),
        new Sample(new Selection.Scatter(0, rows, Shape.of(3, 4)), ANY.tensor(2, 3)),
        new Sample(new Selection.Scatter(1, none, Shape.of(3, 4)), ANY.tensor(0, 2)),
        new Sample(new Selection.Concatenate(0), x, ANY.tensor(2, 4), ANY.tensor(0, 4)),
        new Sample(new Selection.Concatenate(1), x, ANY.tensor(3, 1), ANY.other(3, 4)),
        new Sample(new Selection.Concatenate(0), ANY.tensor(5)));
  }

  private static List<Sample> products() {
    var matmul = new Product.Matmul();
    var affine = new Product.Affine();
    return List.of(
        new Sample(matmul, ANY.tensor(2, 3), ANY.other(3, 4)),
        new Sample(matmul, ANY.tensor(1, 1), ANY.other(1, 1)),
        new Sample(matmul, ANY.tensor(17, 5), ANY.other(5, 19)),
        new Sample(matmul, ANY.tensor(2, 3, 4), ANY.other(2, 4, 2)),
        new Sample(matmul, ANY.tensor(2, 1, 3, 4), ANY.other(5, 4, 2)),
        new Sample(matmul, ANY.tensor(3, 4), ANY.other(2, 4, 2)),
        new Sample(matmul, ANY.tensor(2, 0), ANY.other(0, 3)),
        new Sample(matmul, ANY.tensor(0, 2), ANY.other(2, 3)),
        new Sample(matmul, ANY.tensor(0, 2, 3), ANY.other(1, 3, 2)),
        new Sample(affine, ANY.tensor(2, 3), ANY.other(3, 4), POSITIVE.tensor(4)),
        new Sample(affine, ANY.tensor(17, 5), ANY.other(5, 19), POSITIVE.tensor(19)),
        new Sample(affine, ANY.tensor(3, 2), ANY.other(2, 1), POSITIVE.tensor(1)),
        new Sample(affine, ANY.tensor(2, 0), ANY.other(0, 3), POSITIVE.tensor(3)));
  }
}
