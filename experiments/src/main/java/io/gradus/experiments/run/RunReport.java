package io.gradus.experiments.run;

import io.gradus.graph.Graph;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a run came to.
///
/// @param folder where its files are
/// @param samples what a language model wrote
/// @param earlier how the same run ended before, where it was made again
/// @param graph the computation of a traced experiment
public record RunReport(
    Path folder,
    Result result,
    Metrics metrics,
    List<String> samples,
    Optional<Result> earlier,
    Optional<Graph> graph) {}
