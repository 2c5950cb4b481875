package io.gradus.nn.scalar;

import static io.gradus.plugin.Require.require;

import io.gradus.nn.Slice;
import io.gradus.scalar.Leaf;
import io.gradus.scalar.ScalarGraph;
import io.gradus.scalar.Value;
import io.gradus.scalar.Values;
import io.gradus.tensor.DType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Finds the parameters of a model that is a record: its components are its parameters and its
/// parts, and the way to a parameter is its name.
public final class ScalarParameters {
  private ScalarParameters() {}

  /// Some gigabytes of objects: more than anyone waits for on this engine.
  private static final long MOST = 20_000_000;

  /// Refuses a model before memory is taken for it.
  ///
  /// @param count how many parameters it would have
  public static void requireRoom(double count) {
    require(
        count <= MOST,
        "it would have %,.0f parameters; the scalar engine has room for %,d",
        count,
        MOST);
  }

  /// The slices of a model in the order of its components: every [Leaf], every row of leaves, every
  /// [Matrix]. What stands in two places, such as a tied weight, is listed under its first name.
  public static List<Slice> of(Record model) {
    var search = new Search(new ArrayList<>(), Collections.newSetFromMap(new IdentityHashMap<>()));
    search.collect("", model);
    return List.copyOf(search.found);
  }

  /// The named leaves that a result was computed from, each a slice of one number.
  public static List<Slice> leaves(Value result) {
    List<Slice> slices = new ArrayList<>();
    for (Value value : ScalarGraph.topologicalOrder(result)) {
      if (value instanceof Leaf leaf && !leaf.name().isEmpty()) {
        slices.add(new Block(leaf.name(), new int[] {}, List.of(leaf)));
      }
    }
    return List.copyOf(slices);
  }

  /// The slices found so far, and what was seen, by identity (asked, never iterated).
  private record Search(List<Slice> found, Set<Object> seen) {
    void collect(String name, Object part) {
      switch (part) {
        case Leaf leaf -> add(leaf, new Block(name, new int[] {}, List.of(leaf)));
        case Values row -> add(row, new Block(name, new int[] {row.size()}, leaves(row)));
        case Matrix matrix -> add(matrix, new Block(name, matrix.shape(), leaves(matrix)));
        case Record record -> {
          for (RecordComponent component : record.getClass().getRecordComponents()) {
            collect(join(name, component.getName()), read(record, component));
          }
        }
        case List<?> list -> {
          for (int i = 0; i < list.size(); i++) {
            collect(join(name, Integer.toString(i)), list.get(i));
          }
        }
        default -> {
          // a setting, not a parameter
        }
      }
    }

    private void add(Object part, Slice slice) {
      if (seen.add(part)) {
        found.add(slice);
      }
    }
  }

  private static List<Leaf> leaves(Matrix matrix) {
    return matrix.rows().stream().flatMap(row -> leaves(row).stream()).toList();
  }

  private static List<Leaf> leaves(Values row) {
    return row.stream().map(Leaf.class::cast).toList();
  }

  private static String join(String path, String step) {
    return path.isEmpty() ? step : path + "." + step;
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("cannot read " + component + "; is the record public?", e);
    }
  }

  /// Leaves seen as an array.
  private static final class Block implements Slice {
    private final String name;
    private final int[] shape;
    private final Leaf[] leaves;

    Block(String name, int[] shape, List<Leaf> leaves) {
      this.name = name;
      this.shape = shape;
      this.leaves = leaves.toArray(Leaf[]::new);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int[] shape() {
      return shape.clone();
    }

    @Override
    public int size() {
      return leaves.length;
    }

    @Override
    public DType type() {
      return DType.FLOAT64;
    }

    @Override
    public void read(int from, double[] out, int count) {
      for (int i = 0; i < count; i++) {
        out[i] = leaves[from + i].data();
      }
    }

    @Override
    public void readGradient(int from, double[] out, int count) {
      for (int i = 0; i < count; i++) {
        out[i] = leaves[from + i].grad();
      }
    }

    @Override
    public void zeroGradient() {
      for (Leaf leaf : leaves) {
        leaf.zeroGrad();
      }
    }

    @Override
    public void write(int from, double[] numbers, int count) {
      for (int i = 0; i < count; i++) {
        leaves[from + i].set(numbers[i]);
      }
    }
  }
}
