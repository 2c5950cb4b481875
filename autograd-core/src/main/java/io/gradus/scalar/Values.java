package io.gradus.scalar;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/// An unchangeable row of values.
///
/// A layer's outputs all read one row of inputs; because they share the row itself, a backward pass
/// looks into it once, not once for each output.
public final class Values extends AbstractList<Value> implements RandomAccess {
  private final Value[] items;
  private final int height;

  /// The backward pass that came here last.
  Object seenBy = BackwardPass.NOBODY;

  /// Takes the array over.
  private Values(Value[] items) {
    this.items = items;
    int highest = 0;
    for (Value item : items) {
      highest = Math.max(highest, item.height);
    }
    this.height = highest;
  }

  /// These values in this order.
  public static Values of(Value... values) {
    return new Values(values.clone());
  }

  /// The same row where it already is one, else a copy.
  public static Values copyOf(List<? extends Value> values) {
    return values instanceof Values row ? row : new Values(values.toArray(new Value[0]));
  }

  /// The values at the places `from` to `to - 1`, as a row of their own.
  public Values part(int from, int to) {
    return new Values(Arrays.copyOfRange(items, from, to));
  }

  @Override
  public Value get(int index) {
    return items[index];
  }

  @Override
  public int size() {
    return items.length;
  }

  /// The height of the highest value in the row.
  int height() {
    return height;
  }

  /// The sum from the first on; see [Operation.Sum].
  double total() {
    double sum = items.length == 0 ? 0 : items[0].data;
    for (int i = 1; i < items.length; i++) {
      sum += items[i].data;
    }
    return sum;
  }

  /// Adds `grad` to every gradient.
  void accumulate(double grad) {
    for (Value item : items) {
      item.grad += grad;
    }
  }

  /// The sum of the products, from the first on; see [Operation.Dot].
  double dot(Values other) {
    if (items.length != other.items.length) {
      throw new IllegalArgumentException(
          "dot of " + items.length + " and " + other.items.length + " values: lengths differ");
    }
    double sum = items.length == 0 ? 0 : items[0].data * other.items[0].data;
    for (int i = 1; i < items.length; i++) {
      sum += items[i].data * other.items[i].data;
    }
    return sum;
  }

  /// Pulls the gradient of a dot product into both rows.
  void accumulateDot(Values other, double grad) {
    for (int i = 0; i < items.length; i++) {
      Value a = items[i];
      Value b = other.items[i];
      a.grad += b.data * grad;
      b.grad += a.data * grad;
    }
  }

  /// This row, then the other.
  Values followedBy(Values other) {
    Value[] all = new Value[items.length + other.items.length];
    System.arraycopy(items, 0, all, 0, items.length);
    System.arraycopy(other.items, 0, all, items.length, other.items.length);
    return new Values(all);
  }

  /// Shows every value of the row to a backward pass.
  void visitAll(BackwardPass pass) {
    for (Value item : items) {
      pass.visit(item);
    }
  }
}
