package io.gradus.data;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Doc;
import java.util.List;
import java.util.stream.IntStream;

/// Points written out in the file.
@Doc("points written out in the file")
public record PointList(
    @Doc("the numbers of each point, such as [[0, 0], [0, 1]]") List<List<Double>> inputs,
    @Doc("the target of each point, such as [-1, 1]") List<Double> targets)
    implements DataSpec {
  public PointList {
    require(!inputs.isEmpty(), "inputs is empty: there must be at least one point");
    require(
        inputs.size() == targets.size(),
        "%d inputs need as many targets, not %d",
        inputs.size(),
        targets.size());
    int width = inputs.getFirst().size();
    require(width >= 1, "inputs[0] is empty: a point needs at least one number");
    for (int i = 0; i < inputs.size(); i++) {
      int numbers = inputs.get(i).size();
      require(numbers == width, "inputs[%d] has %d numbers, inputs[0] has %d", i, numbers, width);
    }
  }

  @Override
  public Points load(DataContext context) {
    return new Points(
        IntStream.range(0, inputs.size())
            .mapToObj(i -> new Points.Point(inputs.get(i), targets.get(i)))
            .toList());
  }
}
