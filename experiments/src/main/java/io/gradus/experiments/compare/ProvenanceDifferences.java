package io.gradus.experiments.compare;

import io.gradus.experiments.run.Provenance;
import io.gradus.experiments.run.RecordedRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What two runs were made with, held against each other.
final class ProvenanceDifferences {
  /// As much of a hash as a person compares.
  private static final int SHORT = 12;

  private ProvenanceDifferences() {}

  /// Code, machine and data, in this order; none where a run was killed before it wrote them.
  static List<Difference> of(RecordedRun left, RecordedRun right) {
    return left.provenance().isPresent() && right.provenance().isPresent()
        ? Difference.of(flat(left.provenance().get()), flat(right.provenance().get()))
        : List.of();
  }

  private static SequencedMap<String, String> flat(Provenance made) {
    SequencedMap<String, String> flat = new LinkedHashMap<>();
    flat.put("gradus", made.gradus());
    flat.put("commit", made.commit().isEmpty() ? "none" : made.commit());
    made.jars().forEach((name, hash) -> flat.put("jar " + name, shortened(hash)));
    made.plugins().forEach((name, hash) -> flat.put("plugin " + name, shortened(hash)));
    flat.put("JDK", made.jdk());
    flat.put("system", made.system());
    flat.put("processor", made.processor());
    flat.put("processors", Integer.toString(made.processors()));
    flat.put("kernels", made.kernels());
    flat.put("threads", Integer.toString(made.threads()));
    made.data()
        .forEach(data ->
            flat.put(
                "data " + data.name(),
                "%s, %d bytes".formatted(shortened(data.sha256()), data.bytes())));
    return flat;
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(SHORT, hash.length()));
  }
}
