package io.gradus.tensor;

import java.util.Arrays;
import java.util.List;

/// Numbers in a shape that remember what they were computed from.
///
/// A tensor does not change; an expression makes new ones. Its operations are in
/// [TensorArithmetic], [TensorFunctions], [TensorReductions], [TensorViews] and [TensorProducts];
/// they evaluate at once, on the [Compute] of the scope, and broadcast as NumPy does.
public final class Tensor
    implements TensorArithmetic,
        TensorFunctions,
        TensorReductions,
        TensorViews,
        TensorSelections,
        TensorProducts {
  /// Numbers that [#toString] shows before it leaves the rest out.
  private static final int SHOWN = 6;

  private final Storage storage;
  private final Layout layout;
  private final Origin origin;
  private final String label;

  private Tensor(Storage storage, Layout layout, Origin origin, String label) {
    this.storage = storage;
    this.layout = layout;
    this.origin = origin;
    this.label = label;
  }

  /// FLOAT32 numbers in row-major order, copied.
  ///
  /// @throws ShapeException if the shape has another size
  public static Tensor of(float[] numbers, int... shape) {
    Layout layout = filledBy(numbers.length, shape);
    Storage out = Memory.unset(DType.FLOAT32, numbers.length);
    System.arraycopy(numbers, 0, Storage.floats(out), 0, numbers.length);
    return of(out, layout);
  }

  /// FLOAT64 numbers in row-major order, copied.
  ///
  /// @throws ShapeException if the shape has another size
  public static Tensor of(double[] numbers, int... shape) {
    Layout layout = filledBy(numbers.length, shape);
    Storage out = Memory.unset(DType.FLOAT64, numbers.length);
    System.arraycopy(numbers, 0, Storage.doubles(out), 0, numbers.length);
    return of(out, layout);
  }

  /// Numbers of a type in row-major order, copied and rounded to it.
  ///
  /// @throws ShapeException if the shape has another size
  public static Tensor of(double[] numbers, DType type, Shape shape) {
    Layout layout = filledBy(numbers.length, shape.shared());
    Storage out = Memory.unset(type, numbers.length);
    Copies.write(numbers, out, 0, numbers.length);
    return of(out, layout);
  }

  /// One number, of shape `()`.
  public static Tensor scalar(double number, DType type) {
    return full(Shape.SCALAR, number, type);
  }

  /// Zeros.
  public static Tensor zeros(Shape shape, DType type) {
    return full(shape, 0, type);
  }

  /// Ones.
  public static Tensor ones(Shape shape, DType type) {
    return full(shape, 1, type);
  }

  /// One number, over and over.
  public static Tensor full(Shape shape, double number, DType type) {
    return of(Memory.filled(type, shape.size(), number), Layout.rowMajor(shape));
  }

  private static Layout filledBy(int numbers, int[] shape) {
    var lengths = Shape.of(shape);
    if (lengths.size() != numbers) {
      throw new ShapeException(
          "%d numbers do not fill %s, which has room for %d"
              .formatted(numbers, lengths, lengths.size()));
    }
    return Layout.rowMajor(lengths);
  }

  static Tensor of(Storage storage, Layout layout) {
    return new Tensor(storage, layout, Origin.Given.GIVEN, "");
  }

  /// The same array, seen through another layout.
  static Tensor viewOf(Tensor x, Layout layout) {
    return new Tensor(x.storage, layout, Origin.Given.GIVEN, "");
  }

  /// The result of an operation of this module or of another, part of the graph where it is
  /// recorded.
  ///
  /// @throws ShapeException if the inputs do not fit
  public static Tensor apply(Operation operation, List<Tensor> inputs) {
    Scope scope = Scope.current();
    List<Tensor> saved = List.of();
    Tensor y;
    if (scope.recording() && !scope.guarded() && operation instanceof Saving saving) {
      Saving.Result result = saving.forwardSaving(inputs);
      y = result.y();
      saved = result.saved();
    } else {
      y = operation.forward(inputs);
    }
    if (scope.guarded()) {
      NonFinite.check(operation, inputs, y);
    }
    return scope.recording() ? y.from(new Origin.Made(operation, List.copyOf(inputs), saved)) : y;
  }

  /// Tensors one after the other along an axis.
  ///
  /// @throws ShapeException if another axis differs, or if there is none
  public static Tensor concatenate(int axis, List<Tensor> tensors) {
    if (tensors.isEmpty()) {
      throw new ShapeException("there is nothing to put together");
    }
    int at = tensors.getFirst().shape().axis(axis);
    return apply(new Selection.Concatenate(at), tensors);
  }

  /// Tensors of one shape beside each other along a new axis, at that place of the result.
  ///
  /// @throws ShapeException if a shape differs, or if there is none
  public static Tensor stack(int axis, List<Tensor> tensors) {
    return concatenate(axis, tensors.stream().map(x -> x.unsqueeze(axis)).toList());
  }

  static Tensor made(Operation operation, Tensor x) {
    return apply(operation, List.of(x));
  }

  static Tensor made(Operation operation, Tensor a, Tensor b) {
    return apply(operation, List.of(a, b));
  }

  /// The same numbers with another origin.
  Tensor from(Origin other) {
    return new Tensor(storage, layout, other, label);
  }

  /// The same tensor with a name for graphs and messages.
  public Tensor named(String name) {
    return new Tensor(storage, layout, origin, name);
  }

  /// The name, or empty.
  public String name() {
    return label;
  }

  /// The same numbers, given: no gradient passes through.
  public Tensor detach() {
    return new Tensor(storage, layout, Origin.Given.GIVEN, label);
  }

  /// The same numbers in an array of their own, given; they outlive a [Workspace].
  public Tensor kept() {
    Scope scope = Scope.current().lending(Workspace.Lease.ENDLESS);
    return scope.call(() -> Copies.copy(this)).named(label);
  }

  /// The shape.
  public Shape shape() {
    return layout.shape();
  }

  /// What its numbers are.
  public DType dtype() {
    return storage.type();
  }

  /// What it was computed from.
  public Origin origin() {
    return origin;
  }

  Layout layout() {
    return layout;
  }

  Storage storage() {
    return storage;
  }

  float[] floats() {
    return Storage.floats(storage);
  }

  double[] doubles() {
    return Storage.doubles(storage);
  }

  /// The number at a place of the array.
  double number(int place) {
    return dtype() == DType.FLOAT32 ? floats()[place] : doubles()[place];
  }

  /// The only number there is.
  ///
  /// @throws ShapeException if there are others, or none
  public double item() {
    if (shape().size() != 1) {
      throw new ShapeException("%s holds %d numbers, not one".formatted(shape(), shape().size()));
    }
    return number(layout.offset());
  }

  /// The number at a place, an index for each axis.
  ///
  /// @throws ShapeException if there is no such place
  public double at(int... index) {
    boolean inside = index.length == shape().rank();
    int place = layout.offset();
    for (int axis = 0; inside && axis < index.length; axis++) {
      inside = index[axis] >= 0 && index[axis] < shape().length(axis);
      place += index[axis] * layout.strides()[axis];
    }
    if (!inside) {
      throw new ShapeException("%s has no place %s".formatted(shape(), Arrays.toString(index)));
    }
    return number(place);
  }

  /// Copies `count` numbers in row-major order, from place `from` on, to the front of `out`.
  public void read(int from, double[] out, int count) {
    Copies.read(this, from, out, count);
  }

  /// The same numbers, without gaps in row-major order; no part of the graph where it is a copy.
  public Tensor packed() {
    return Copies.packed(this);
  }

  /// The numbers in row-major order, rounded to float if they are doubles, in an array of the
  /// caller's own.
  public float[] toFloats() {
    float[] numbers = new float[shape().size()];
    Tensor packed = Copies.packed(this);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) packed.number(packed.layout.offset() + i);
    }
    return numbers;
  }

  /// The numbers in row-major order, in an array of the caller's own.
  public double[] toDoubles() {
    double[] numbers = new double[shape().size()];
    Tensor packed = Copies.packed(this);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = packed.number(packed.layout.offset() + i);
    }
    return numbers;
  }

  /// The name, the type, the shape and the first numbers: `w FLOAT32 (2, 2) [1.0, 2.0, 3.0, 4.0]`.
  @Override
  public String toString() {
    Tensor packed = Copies.packed(this);
    var numbers = new StringBuilder();
    for (int i = 0; i < Math.min(shape().size(), SHOWN); i++) {
      double number = packed.number(packed.layout.offset() + i);
      numbers
          .append(i == 0 ? "" : ", ")
          .append(dtype() == DType.FLOAT32 ? Float.toString((float) number) : number + "");
    }
    return "%s%s %s [%s%s]"
        .formatted(
            label.isEmpty() ? "" : label + " ",
            dtype(),
            shape(),
            numbers,
            shape().size() > SHOWN ? ", ..." : "");
  }
}
