package io.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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

  private static Object array(Storage storage) {
    return switch (storage) {
      case Storage.Floats(var array, _) -> array;
      case Storage.Doubles(var array, _) -> array;
    };
  }
}
