package io.gradus.tensor;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Derivatives of expressions.
public final class Autograd {
  private Autograd() {}

  /// The gradients of one number with respect to everything it was computed from.
  ///
  /// @throws ShapeException if it is not one number
  /// @throws IllegalStateException if a parameter was updated after the number was computed
  public static Gradients backward(Tensor loss) {
    return withoutGraph(() -> pass(loss).gradients());
  }

  /// The gradients of one number with respect to these parameters alone, which saves the work and
  /// the memory of all others.
  ///
  /// @throws ShapeException if it is not one number
  /// @throws IllegalStateException if a parameter was updated after the number was computed
  public static Gradients backward(Tensor loss, Collection<Parameter> parameters) {
    return backward(loss, parameters, List.of());
  }

  /// The gradients of one number with respect to these parameters and to these other tensors of its
  /// graph. Asking for more changes no bit of a gradient.
  ///
  /// @throws ShapeException if it is not one number
  /// @throws IllegalStateException if a parameter was updated after the number was computed
  public static Gradients backward(
      Tensor loss, Collection<Parameter> parameters, Collection<Tensor> others) {
    List<Tensor> wanted =
        Stream.concat(parameters.stream().map(Parameter::value), others.stream()).toList();
    return withoutGraph(() -> pass(loss).gradientsOf(wanted));
  }

  /// As [#backward], with gradients that are expressions themselves: for second derivatives.
  ///
  /// @throws ShapeException if it is not one number
  /// @throws IllegalStateException if a parameter was updated after the number was computed
  public static Gradients backwardWithGraph(Tensor loss) {
    return withGraph(() -> pass(loss).gradients());
  }

  /// Evaluates without remembering what results are made from.
  public static <T> T withoutGraph(Supplier<T> body) {
    return Scope.current().recording(false).call(body);
  }

  private static <T> T withGraph(Supplier<T> body) {
    return Scope.current().recording(true).call(body);
  }

  private static BackwardPass pass(Tensor loss) {
    if (loss.shape().size() != 1) {
      throw new ShapeException(
          "gradients are of one number, and %s holds %d; sum() or mean() makes one of them"
              .formatted(loss.shape(), loss.shape().size()));
    }
    return new BackwardPass(loss, Tensor.ones(loss.shape(), loss.dtype()), List.of());
  }

  /// The gradient of one input of an expression, whose other inputs are held: how an operation that
  /// equals a composition is differentiated.
  static Tensor through(
      Function<List<Tensor>, Tensor> composition, Tensor dy, List<Tensor> inputs, int input) {
    // each input once more, so that one that stands in two places is two
    boolean recording = Scope.current().recording();
    List<Tensor> own =
        inputs.stream()
            .map(x -> recording ? Tensor.made(new Unary.Identity(), x) : x.detach())
            .toList();
    Tensor y = withGraph(() -> composition.apply(own));
    Optional<Tensor> found =
        new BackwardPass(y, dy, own).gradientsOf(List.of(own.get(input))).find(own.get(input));
    return found.orElseGet(
        () -> Tensor.zeros(inputs.get(input).shape(), inputs.get(input).dtype()));
  }
}
