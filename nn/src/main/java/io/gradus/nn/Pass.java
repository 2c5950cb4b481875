package io.gradus.nn;

import io.gradus.random.Generator;
import io.gradus.tensor.Buffer;
import io.gradus.tensor.Gradients;
import io.gradus.tensor.NonFiniteException;
import io.gradus.tensor.ShapeException;
import io.gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a forward pass is told besides its input: whether it is for training or for evaluation, and
/// where randomness comes from.
///
/// A pass is for one batch and one thread.
public final class Pass {
  private final Optional<Supplier<Generator>> dropout;
  private final Optional<Watcher> watcher;
  private final List<Remembered> remembered = new ArrayList<>();
  private @Nullable Place place;

  private record Remembered(Buffer buffer, Tensor next) {}

  /// Sees what each layer makes, and the gradients of that where the pass is learned from.
  @FunctionalInterface
  public interface Watcher {
    /// A layer has made something.
    ///
    /// @param place the way to the layer, such as `layers.3`
    void made(String place, Layer layer, Tensor y);

    /// What gradients are wanted of, besides the parameters': asked for when the loss is known.
    default List<Tensor> wanted() {
      return List.of();
    }

    /// The loss has been differentiated. The gradients can be read until the step ends.
    default void differentiated(Gradients gradients) {}
  }

  private Pass(Optional<Supplier<Generator>> dropout, Optional<Watcher> watcher) {
    this.dropout = dropout;
    this.watcher = watcher;
  }

  /// A pass that a gradient is wanted of.
  ///
  /// @param dropout the stream that decides what is dropped; asked for when a layer needs it
  public static Pass training(Supplier<Generator> dropout) {
    return new Pass(Optional.of(dropout), Optional.empty());
  }

  /// A pass that only asks what the model says; nothing is random.
  public static Pass evaluation() {
    return new Pass(Optional.empty(), Optional.empty());
  }

  /// The same pass with somebody watching.
  public Pass watchedBy(Watcher other) {
    return new Pass(dropout, Optional.of(other));
  }

  /// Who is watching.
  public Optional<Watcher> watcher() {
    return watcher;
  }

  /// Whether this pass is for training.
  public boolean training() {
    return dropout.isPresent();
  }

  /// The stream `dropout`.
  ///
  /// @throws IllegalStateException in a pass for evaluation, in which nothing is random
  public Generator random() {
    return dropout
        .orElseThrow(() -> new IllegalStateException("an evaluation draws no random numbers"))
        .get();
  }

  /// Applies a sublayer, so that errors and watchers know where they are.
  ///
  /// @param component the name of the sublayer's component
  /// @throws LayerException where it fails: the way to the layer, and what went wrong
  public Tensor through(String component, Layer layer, Tensor x) {
    return through(new Place(place, component, Place.ALONE), layer, x);
  }

  /// Applies a sublayer of a list, so that errors and watchers know where they are.
  ///
  /// @param component the name of the list's component
  /// @param index the sublayer's place in the list
  /// @throws LayerException where it fails: the way to the layer, and what went wrong
  public Tensor through(String component, int index, Layer layer, Tensor x) {
    return through(new Place(place, component, index), layer, x);
  }

  private Tensor through(Place inside, Layer layer, Tensor x) {
    @Nullable Place before = place;
    place = inside;
    try {
      Tensor y = layer.apply(x, this);
      if (watcher.isPresent()) {
        watcher.get().made(inside.inWords(), layer, y);
      }
      return y;
    } catch (NonFiniteException | ShapeException e) {
      throw new LayerException(inside.inWords(), layer, e);
    } finally {
      place = before;
    }
  }

  /// Where a pass is; put into words only where somebody asks.
  private record Place(@Nullable Place outer, String component, int index) {
    /// Of a component that is no list.
    static final int ALONE = -1;

    String inWords() {
      String own = index == ALONE ? component : component + "." + index;
      return outer == null ? own : outer.inWords() + "." + own;
    }
  }

  /// What a buffer becomes once the step has succeeded, such as the next running mean.
  public void remember(Buffer buffer, Tensor next) {
    remembered.add(new Remembered(buffer, next));
  }

  /// What a buffer would become if the pass were settled now: what a layer that remembers starts
  /// from, so that several batches of one step, or a layer that stands twice, count each.
  public Tensor latest(Buffer buffer) {
    for (Remembered each : remembered.reversed()) {
      if (each.buffer().equals(buffer)) {
        return each.next();
      }
    }
    return buffer.value();
  }

  /// Gives every buffer what was remembered for it.
  public void settle() {
    remembered.forEach(each -> each.buffer().update(each.next()));
    remembered.clear();
  }
}
