package io.gradus.experiments.compare;

import io.gradus.experiments.run.Metrics;
import io.gradus.experiments.run.Provenance;
import io.gradus.experiments.run.RecordedRun;
import io.gradus.experiments.run.Result;
import io.gradus.experiments.run.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Two runs of one experiment, held against each other number by number. The left one was first.
///
/// @param results what `result.json` says differently
/// @param metrics every metric of either run
/// @param tensors every tensor of either checkpoint; none where one has no checkpoint
/// @param notes what stands beside the tensors in the checkpoints, and differs
/// @param samples the samples that differ, by their number from 1
/// @param unchecked what could not be compared, in words
/// @param surroundings what the runs were made with, and differs; it decides nothing
public record Reproduction(
    List<Difference> results,
    List<SeriesDifference> metrics,
    List<TensorDifference> tensors,
    List<Difference> notes,
    List<Difference> samples,
    List<String> unchecked,
    List<Difference> surroundings) {

  /// What it comes to.
  public enum Verdict {
    /// Every number has the same bits.
    SAME,
    /// Numbers differ, and no more than they may.
    WITHIN,
    /// Numbers differ by more, or something else than numbers does.
    DIFFERENT
  }

  private static final String DIGEST = "digest";

  /// Compares what two folders hold.
  public static Reproduction of(RecordedRun left, RecordedRun right) {
    Optional<Path> one = left.checkpoint();
    Optional<Path> other = right.checkpoint();
    boolean both = one.isPresent() && other.isPresent();
    List<String> unchecked = new ArrayList<>();
    if (one.isPresent() != other.isPresent()) {
      Path without = one.isPresent() ? right.folder() : left.folder();
      unchecked.add(without + " has no checkpoint; for the model's numbers the digest stands");
    }
    return new Reproduction(
        results(left, right),
        series(left.metrics(), right.metrics()),
        both ? TensorDifference.of(one.orElseThrow(), other.orElseThrow()) : List.of(),
        both ? notes(one.orElseThrow(), other.orElseThrow()) : List.of(),
        samples(left.samples(), right.samples()),
        unchecked,
        surroundings(left, right));
  }

  private static List<Difference> results(RecordedRun left, RecordedRun right) {
    List<Difference> all = new ArrayList<>(Difference.of("status", left.status(), right.status()));
    if (left.result().isPresent() && right.result().isPresent()) {
      Result one = left.result().get();
      Result other = right.result().get();
      all.addAll(Difference.of("steps", one.steps(), other.steps()));
      all.addAll(Difference.of("parameters", one.parameters(), other.parameters()));
      all.addAll(Difference.of(DIGEST, one.digest(), other.digest()));
    }
    return all;
  }

  /// Every metric of either run.
  static List<SeriesDifference> series(Metrics left, Metrics right) {
    SortedSet<String> names = new TreeSet<>(left.names());
    names.addAll(right.names());
    return names.stream()
        .map(name -> SeriesDifference.of(name, left.series(name), right.series(name)))
        .toList();
  }

  private static List<Difference> notes(Path left, Path right) {
    try (TensorFile one = TensorFile.open(left);
        TensorFile other = TensorFile.open(right)) {
      return Difference.of(one.metadata(), other.metadata());
    }
  }

  private static List<Difference> samples(List<String> left, List<String> right) {
    List<Difference> all = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      Optional<String> one = i < left.size() ? Optional.of(left.get(i)) : Optional.empty();
      Optional<String> other = i < right.size() ? Optional.of(right.get(i)) : Optional.empty();
      if (!one.equals(other)) {
        all.add(new Difference("sample " + (i + 1), one, other));
      }
    }
    return all;
  }

  /// The same code and another run id mean other settings, or that a person named the folder.
  private static List<Difference> surroundings(RecordedRun left, RecordedRun right) {
    List<Difference> all = new ArrayList<>();
    if (left.provenance().map(Provenance::jars).equals(right.provenance().map(Provenance::jars))) {
      all.addAll(Difference.of("run id", name(left), name(right)));
    }
    all.addAll(ProvenanceDifferences.of(left, right));
    return all;
  }

  private static String name(RecordedRun run) {
    return run.folder().toAbsolutePath().normalize().getFileName().toString();
  }

  /// Whether the runs are one, or may pass for one.
  ///
  /// @param within how far numbers may differ, as a part of the larger one of a metric, of the
  ///   largest one of a tensor
  public Verdict verdict(double within) {
    boolean sameNumbers =
        metrics.stream().allMatch(SeriesDifference::same)
            && tensors.stream().allMatch(TensorDifference::same);
    if (!notes.isEmpty() || !samples.isEmpty() || results.stream().anyMatch(this::isNoNumber)) {
      return Verdict.DIFFERENT;
    }
    if (sameNumbers) {
      return results.isEmpty() ? Verdict.SAME : Verdict.DIFFERENT;
    }
    boolean close =
        metrics.stream().allMatch(series -> series.within(within))
            && tensors.stream().allMatch(tensor -> tensor.within(within));
    return close ? Verdict.WITHIN : Verdict.DIFFERENT;
  }

  private boolean isNoNumber(Difference result) {
    return !result.what().equals(DIGEST);
  }
}
