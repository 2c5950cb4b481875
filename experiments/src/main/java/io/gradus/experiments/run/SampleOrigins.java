package io.gradus.experiments.run;

import io.gradus.data.Dataset;
import io.gradus.data.Documents;
import io.gradus.data.Split;
import io.gradus.data.Tokenizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Where what a model writes stands already: in a part of the data, or nowhere, as makemore.py
/// reports it.
///
/// @param parts the documents of each part that there is, by the name of its metric
record SampleOrigins(SequencedMap<String, Set<String>> parts) {
  private static final String NEW = "samples/new";

  /// For samples of a text that is no list of documents.
  static SampleOrigins none() {
    return new SampleOrigins(new LinkedHashMap<>());
  }

  static SampleOrigins of(Split.Parts parts, Tokenizer tokenizer) {
    SequencedMap<String, Set<String>> texts = new LinkedHashMap<>();
    texts.put("samples/in-train", texts(parts.train(), tokenizer));
    put("samples/in-validation", parts.validation(), tokenizer, texts);
    put("samples/in-test", parts.test(), tokenizer, texts);
    return new SampleOrigins(texts);
  }

  private static void put(
      String name, Optional<Dataset> part, Tokenizer tokenizer, Map<String, Set<String>> texts) {
    part.ifPresent(found -> texts.put(name, texts(found, tokenizer)));
  }

  private static Set<String> texts(Dataset part, Tokenizer tokenizer) {
    Set<String> texts = new HashSet<>(); // asked, never iterated
    for (int[] document : ((Documents) part).documents()) {
      texts.add(tokenizer.decode(document));
    }
    return texts;
  }

  /// How many samples stand in each part, each counted for the first that has it, and how many are
  /// new.
  SequencedMap<String, Integer> count(List<String> samples) {
    SequencedMap<String, Integer> counts = new LinkedHashMap<>();
    if (parts.isEmpty()) {
      return counts;
    }
    parts.forEach((name, _) -> counts.put(name, 0));
    counts.put(NEW, 0);
    for (String sample : samples) {
      counts.merge(origin(sample), 1, Integer::sum);
    }
    return counts;
  }

  private String origin(String sample) {
    for (var part : parts.entrySet()) {
      if (part.getValue().contains(sample)) {
        return part.getKey();
      }
    }
    return NEW;
  }
}
