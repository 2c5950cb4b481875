package io.gradus.experiments;

import io.gradus.data.DataSpec;
import io.gradus.data.ExamplesSpec;
import io.gradus.data.Split;
import io.gradus.data.TokenizerSpec;
import io.gradus.experiments.tracking.TrackerSpec;
import io.gradus.nn.CountedSpec;
import io.gradus.nn.TracedSpec;
import io.gradus.nn.TrainedSpec;
import io.gradus.optimizers.Rule;
import io.gradus.plugin.Default;
import io.gradus.plugin.Doc;
import io.gradus.plugin.Require;
import java.util.List;
import java.util.Optional;

/// What an experiment file says; the kind of its model decides what it holds.
public sealed interface Experiment {
  /// The name, under which its runs are kept.
  String name();

  /// One line about it.
  Optional<String> about();

  /// What it must show.
  List<Expectation> expect();

  /// A model fitted by an optimizer, step by step.
  @Doc("a model fitted by an optimizer, step by step")
  record Trained(
      @Doc("the name, under which its runs are kept") String name,
      @Doc("one line about it") Optional<String> about,
      @Doc("the root of all randomness") long seed,
      @Doc("a generator for everything, or a {generator, seed} for single streams")
          @Default("philox")
          Randomness random,
      @Doc("what it learns from") DataSpec data,
      @Doc("how text becomes tokens") Optional<TokenizerSpec> tokenizer,
      @Doc("how documents become examples of one length, for a model that needs them")
          Optional<ExamplesSpec> examples,
      @Doc("what is held back; nothing where it is left out") Optional<Split> split,
      @Doc("what learns") TrainedSpec model,
      @Doc("how it learns") Rule<?> optimizer,
      @Doc("how long it learns") Training train,
      @Doc("when whole parts of the data are evaluated") Optional<Evaluation> evaluate,
      @Doc("which states are kept, beside the last one") Optional<Snapshots> checkpoint,
      @Doc("what is written down to be watched") Optional<Recording> record,
      @Doc("where its numbers go too, beside metrics.jsonl") @Default("[]")
          List<TrackerSpec> trackers,
      @Doc("what it writes in the end, for a language model") Optional<Sampling> sample,
      @Doc("what it must show") @Default("[]") List<Expectation> expect)
      implements Experiment {
    public Trained {
      requireName(name);
      random.streams(seed); // a seed that the generator does not take is refused here
      trackers = distinct(trackers);
      expect = List.copyOf(expect);
    }
  }

  /// A model made by counting, in one pass over the data.
  @Doc("a model made by counting, in one pass over the data")
  record Counted(
      @Doc("the name, under which its runs are kept") String name,
      @Doc("one line about it") Optional<String> about,
      @Doc("the root of all randomness") long seed,
      @Doc("a generator for everything, or a {generator, seed} for single streams")
          @Default("philox")
          Randomness random,
      @Doc("what is counted") DataSpec data,
      @Doc("how text becomes tokens") Optional<TokenizerSpec> tokenizer,
      @Doc("what is held back; nothing where it is left out") Optional<Split> split,
      @Doc("what counts") CountedSpec model,
      @Doc("where its numbers go too, beside metrics.jsonl") @Default("[]")
          List<TrackerSpec> trackers,
      @Doc("what it writes in the end, for a language model") Optional<Sampling> sample,
      @Doc("what it must show") @Default("[]") List<Expectation> expect)
      implements Experiment {
    public Counted {
      requireName(name);
      random.streams(seed); // a seed that the generator does not take is refused here
      trackers = distinct(trackers);
      expect = List.copyOf(expect);
    }
  }

  /// An expression evaluated and differentiated.
  @Doc("an expression evaluated and differentiated")
  record Traced(
      @Doc("the name, under which its runs are kept") String name,
      @Doc("one line about it") Optional<String> about,
      @Doc("what is computed") TracedSpec model,
      @Doc("what it must show") @Default("[]") List<Expectation> expect)
      implements Experiment {
    public Traced {
      requireName(name);
      expect = List.copyOf(expect);
    }
  }

  /// Two of the same would write one file.
  private static List<TrackerSpec> distinct(List<TrackerSpec> trackers) {
    Require.require(
        trackers.stream().distinct().count() == trackers.size(),
        "trackers = %s holds the same one twice",
        trackers);
    return List.copyOf(trackers);
  }

  private static void requireName(String name) {
    Require.require(
        name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}"),
        "name = '%s' must be letters, digits, '.', '_' and '-', at most 100, a letter or digit first",
        name);
  }
}
