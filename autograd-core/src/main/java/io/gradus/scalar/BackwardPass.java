package io.gradus.scalar;

import java.util.Arrays;

/// One walk down a graph that finds the values and sums their gradients in the same breath.
///
/// Everything that uses a value stands higher than it does. So when the pass has come down to a
/// height, the gradients there are complete, and each value can hand its own on to its operands,
/// which wait further down. Nothing recurses, sorts or hashes: a value notes the pass that has seen
/// it, and the waiting ones of one height are a chain.
@SuppressWarnings("ReferenceEquality") // a mark is nothing but its identity
final class BackwardPass {
  /// What a value that no pass has seen was seen by.
  static final Object NOBODY = new Object();

  /// Not the pass itself: a leaf lives on, and would keep the pass and its graph alive.
  private final Object mark = new Object();

  private final Value result;

  /// The number of the last value that waits at each height; 0 where none does.
  private final int[] lastAt;

  /// The waiting values by number, from 1, and the one that waits at the same height before each.
  private Value[] values = new Value[64];

  private int[] before = new int[64];
  private int count;

  BackwardPass(Value result) {
    this.result = result;
    this.lastAt = new int[result.height + 1];
  }

  void run() {
    visit(result);
    result.grad = 1;
    for (int height = result.height; height > 0; height--) {
      for (int number = lastAt[height]; number != 0; number = before[number]) {
        values[number].pull(this);
      }
    }
  }

  /// The first time a value is shown: its gradient starts at 0, and unless it is a leaf it waits.
  void visit(Value value) {
    if (value.seenBy != mark) {
      value.seenBy = mark;
      value.grad = 0;
      if (value.height > 0) {
        await(value);
      }
    }
  }

  /// The same for each value of a row, the first time the row is shown.
  void visit(Values row) {
    if (row.seenBy != mark) {
      row.seenBy = mark;
      row.visitAll(this);
    }
  }

  private void await(Value value) {
    count++;
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
      before = Arrays.copyOf(before, 2 * count);
    }
    values[count] = value;
    before[count] = lastAt[value.height];
    lastAt[value.height] = count;
  }
}
