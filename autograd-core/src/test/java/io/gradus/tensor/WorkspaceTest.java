package io.gradus.tensor;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gradus.kernels.Gate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Arrays that are lent and taken back.
class WorkspaceTest {
  private static final String ENDED =
      "the workspace of this tensor has ended; kept() copies a tensor out of it";

  private final Tensor x = Tensor.of(new float[] {1, 2, 3}, 3);
  private final Workspace workspace = new Workspace();

  @Test
  void aTensorThatIsReadAfterItsEndSaysSo() {
    Tensor y = workspace.call(() -> x.mul(2));
    assertThatIllegalStateException().isThrownBy(y::toFloats).withMessage(ENDED);
    assertThatIllegalStateException().isThrownBy(() -> y.at(0)).withMessage(ENDED);
    assertThatIllegalStateException().isThrownBy(() -> y.add(1)).withMessage(ENDED);
    assertThatIllegalStateException().isThrownBy(() -> y.matmul(x)).withMessage(ENDED);
    assertThatIllegalStateException().isThrownBy(y::kept).withMessage(ENDED);
    Tensor view = workspace.call(() -> x.mul(2).slice(0, 1, 2));
    assertThatIllegalStateException().isThrownBy(view::item).withMessage(ENDED);
    Tensor row = workspace.call(() -> x.mul(2).softmax(0));
    assertThatIllegalStateException().isThrownBy(row::sum).withMessage(ENDED);
  }

  @Test
  void alsoWhileTheNextCallUsesItsArray() {
    Tensor y = workspace.call(() -> x.mul(2));
    workspace.run(() -> {
      assertThat(x.mul(3).toFloats()).containsExactly(3, 6, 9);
      assertThatIllegalStateException().isThrownBy(y::toFloats).withMessage(ENDED);
    });
  }

  @Test
  void whatIsKeptSurvives() {
    Tensor y = workspace.call(() -> x.mul(2).named("y").kept());
    workspace.run(() -> x.mul(3).toFloats());
    assertThat(y.toFloats()).containsExactly(2, 4, 6);
    assertThat(y.name()).isEqualTo("y");
  }

  @Test
  void aGradientCanBeKeptAndAParameterUpdatedInside() {
    var weight = new Parameter("weight", x);
    Tensor slope =
        workspace.call(() -> {
          Tensor found = Autograd.backward(weight.value().square().sum()).of(weight);
          weight.update(weight.value().sub(found.mul(0.25)));
          return found.kept();
        });
    workspace.run(() -> x.mul(7).mul(7).mul(7));
    assertThat(slope.toFloats()).containsExactly(2, 4, 6);
    assertThat(weight.value().toFloats()).containsExactly(0.5f, 1, 1.5f);
  }

  @Test
  void anotherOneCanBeOpenedInside() {
    var inner = new Workspace();
    workspace.run(() -> {
      Tensor outside = x.mul(2);
      Tensor inside = inner.call(() -> outside.mul(2));
      assertThatIllegalStateException().isThrownBy(inside::toFloats).withMessage(ENDED);
      assertThat(outside.add(1).toFloats()).containsExactly(3, 5, 7);
    });
  }

  @Test
  void butNotTheSameOne() {
    workspace.run(() ->
        assertThatIllegalStateException()
            .isThrownBy(() -> workspace.call(() -> x.mul(2)))
            .withMessage("this workspace is in use; a second one is needed"));
    assertThat(workspace.call(() -> x.mul(2).kept()).toFloats()).containsExactly(2, 4, 6);
  }

  @Test
  void anErrorInsideEndsTheCall() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            workspace.run(() -> {
              throw new IllegalStateException("inside");
            }))
        .withMessage("inside");
    assertThat(workspace.call(() -> x.mul(2).kept()).toFloats()).containsExactly(2, 4, 6);
  }

  @Test
  void theSameArraysAreLentAgain() {
    Storage first = workspace.call(() -> x.mul(2).storage());
    Storage second = workspace.call(() -> x.mul(3).storage());
    assertThat(array(second)).isSameAs(array(first));
    workspace.run(
        () -> assertThat(array(x.mul(2).storage())).isNotSameAs(array(x.mul(2).storage())));
  }

  /// Hands its gradient on, and keeps it where nobody should.
  private static final class Keeping implements CustomOperation {
    private @Nullable Tensor seen;

    @Override
    public String formula() {
      return "y = 2·x";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return inputs.getFirst().mul(2);
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      seen = dy;
      return dy.mul(2);
    }
  }

  @Test
  void aGradientThatWasPassedOnSaysSo() {
    var weight = new Parameter("weight", x);
    var keeping = new Keeping();
    workspace.run(() -> {
      Tensor y = Tensor.apply(keeping, List.of(weight.value()));
      Autograd.backward(y.square().sum(), List.of(weight));
      assertThatIllegalStateException()
          .isThrownBy(() -> requireNonNull(keeping.seen).toFloats())
          .withMessage(
              "backward has passed this gradient on and used its array again; "
                  + "kept() copies a tensor");
    });
  }

  @Test
  void aLongWayBackTakesFewArrays() {
    var weight = new Parameter("weight", x);
    List<Keeping> kept = new ArrayList<>();
    Set<Object> used = Collections.newSetFromMap(new IdentityHashMap<>());
    workspace.run(() -> {
      Tensor y = weight.value();
      for (int i = 0; i < 50; i++) {
        var keeping = new Keeping();
        y = Tensor.apply(keeping, List.of(y)).add(y);
        kept.add(keeping);
      }
      Autograd.backward(y.sum(), List.of(weight));
    });
    kept.forEach(keeping -> used.add(array(requireNonNull(keeping.seen).storage())));
    assertThat(used).hasSizeLessThan(5);
  }

  @Test
  void aPassInsideAPassLeavesTheOuterOneItsArrays() {
    var weight = new Parameter("weight", x);
    Supplier<Tensor> slope =
        () -> {
          Tensor gated = Tensor.made(new Activation.Gated(Gate.GELU), weight.value());
          Tensor steep = Autograd.backwardWithGraph(gated.sum()).of(weight);
          // the gradient of a gradient goes through compositions, each with a pass of its own
          return Autograd.backward(steep.mul(gated).sum(), List.of(weight)).of(weight).kept();
        };
    assertThat(workspace.call(slope).toFloats()).containsExactly(slope.get().toFloats());
  }

  /// Hands back a tensor that it was given beforehand.
  private record Constant(Tensor slope) implements CustomOperation {
    @Override
    public String formula() {
      return "y = c·x";
    }

    @Override
    public Tensor forward(List<Tensor> inputs) {
      return inputs.getFirst().mul(slope);
    }

    @Override
    public Tensor pullback(int input, Tensor dy, List<Tensor> inputs, Tensor y) {
      return slope;
    }
  }

  @Test
  void whatCameFromOutsideIsNotGivenBack() {
    var weight = new Parameter("weight", x);
    var inner = new Workspace();
    workspace.run(() -> {
      for (int i = 0; i < 100; i++) {
        Tensor _ = x.mul(i); // so that what follows has a later number than anything inside
      }
      for (Tensor slope : List.of(x.detach(), x.mul(2))) {
        Supplier<float[]> back =
            () -> {
              Tensor y = Tensor.apply(new Constant(slope), List.of(weight.value().silu()));
              return Autograd.backward(y.sum(), List.of(weight)).of(weight).toFloats();
            };
        float[] first = inner.call(back);
        assertThat(inner.call(back)).containsExactly(first);
        assertThat(slope.sum().item()).isPositive();
      }
    });
    assertThat(x.sum().item()).isEqualTo(6);
  }

  private static Object array(Storage storage) {
    return switch (storage) {
      case Storage.Floats(var array, _) -> array;
      case Storage.Doubles(var array, _) -> array;
    };
  }
}
