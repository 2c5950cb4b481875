package io.gradus.nn;

import io.gradus.random.Generator;
import io.gradus.tensor.Buffer;
import io.gradus.tensor.DType;
import io.gradus.tensor.Parameter;
import io.gradus.tensor.Shape;
import io.gradus.tensor.Tensor;

/// Makes the parameters of a model: their type, their names and their first numbers.
///
/// Each parameter draws from its own part of the stream `init`, named by the way to it. In a list
/// of layers that way counts layers of one class, so that a layer of another class put between them
/// changes none of their numbers. Published generators are not split: they serve parameter after
/// parameter in the order in which they are made.
public final class Init {
  private final Generator generator;
  private final DType type;
  private final String name;
  private final String stream;

  private Init(Generator generator, DType type, String name, String stream) {
    this.generator = generator;
    this.type = type;
    this.name = name;
    this.stream = stream;
  }

  /// For a whole model.
  public static Init of(Generator generator, DType type) {
    return new Init(generator, type, "", "");
  }

  /// The type of all parameters.
  public DType type() {
    return type;
  }

  /// For a sublayer, by the name of its component.
  public Init within(String component) {
    return new Init(generator, type, join(name, component), join(stream, component));
  }

  /// For a layer in a list.
  ///
  /// @param place its place in the list
  /// @param kind what its class is called
  /// @param ordinal how many layers of that class stand before it
  Init item(int place, String kind, int ordinal) {
    return new Init(
        generator,
        type,
        join(name, Integer.toString(place)),
        join(stream, "%s%d".formatted(kind, ordinal)));
  }

  /// A parameter with first numbers from an initialiser.
  ///
  /// @param component the name of the record component that it becomes
  public Parameter parameter(String component, Initialiser initialiser, Fan fan) {
    double[] numbers = initialiser.draw(fan.of(type), generator.part(join(stream, component)));
    return new Parameter(join(name, component), Tensor.of(numbers, type, fan.shape()));
  }

  /// A parameter that begins as one number, over and over; nothing is drawn.
  ///
  /// @param component the name of the record component that it becomes
  public Parameter constant(String component, double number, int... shape) {
    return new Parameter(join(name, component), Tensor.full(Shape.of(shape), number, type));
  }

  /// A buffer that begins as one number, over and over.
  ///
  /// @param component the name of the record component that it becomes
  public Buffer buffer(String component, double number, int... shape) {
    return new Buffer(join(name, component), Tensor.full(Shape.of(shape), number, type));
  }

  private static String join(String path, String step) {
    return path.isEmpty() ? step : path + "." + step;
  }
}
