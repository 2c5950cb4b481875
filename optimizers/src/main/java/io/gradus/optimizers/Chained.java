package io.gradus.optimizers;

import static io.gradus.plugin.Require.require;

import io.gradus.plugin.Doc;
import java.util.List;
import java.util.Optional;

/// One schedule after another, each of which counts its own updates from 0.
@Doc("one schedule after another, each with updates of its own, counted from 0")
public record Chained(@Doc("the schedules in order") List<Part> parts) implements Schedule {
  /// One of them.
  public record Part(
      @Doc("how many updates it has; the last one may leave them out and takes the rest")
          Optional<Integer> steps,
      @Doc("the schedule of these updates") Schedule schedule) {
    public Part {
      steps.ifPresent(updates -> Settings.atLeastOne("steps", updates));
    }
  }

  public Chained {
    parts = List.copyOf(parts);
    require(!parts.isEmpty(), "parts must hold at least one schedule");
    for (int i = 0; i < parts.size() - 1; i++) {
      require(
          parts.get(i).steps().isPresent(),
          "parts[%d] needs steps; only the last part may leave them out",
          i);
    }
  }

  /// After the last part, the rate stays what that part's would be one update after its last.
  @Override
  public double rate(int t, int steps) {
    int start = 0;
    for (Part part : parts.subList(0, parts.size() - 1)) {
      int length = part.steps().orElseThrow();
      if (t - start < length) {
        return part.schedule().rate(t - start, length);
      }
      start += length;
    }
    Part last = parts.getLast();
    int length = last.steps().orElse(Math.max(1, steps - start));
    return last.schedule().rate(Math.min(t - start, length), length);
  }
}
