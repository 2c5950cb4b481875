package io.gradus.experiments.run;

import io.gradus.data.Dataset;
import io.gradus.data.Library;
import io.gradus.experiments.Experiment;
import io.gradus.experiments.Loaded;
import io.gradus.experiments.config.ConfigNode;
import io.gradus.experiments.config.Registry;
import io.gradus.nn.Model;
import io.gradus.nn.Slice;
import io.gradus.nn.network.Layered;
import io.gradus.nn.network.PlacedLayer;
import io.gradus.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the model of an experiment is made of, before it has learned anything.
///
/// @param experiment the experiment's name
/// @param model the model's type, such as `sequential`
/// @param data what it is built for, in words
/// @param layers in the order of a forward pass; none where the model is not made of layers
/// @param parts every parameter, then every buffer, each once
public record Anatomy(
    String experiment,
    String model,
    String data,
    List<LayerRow> layers,
    List<Part> parts,
    Totals totals) {
  public Anatomy {
    layers = List.copyOf(layers);
    parts = List.copyOf(parts);
  }

  /// What becomes of numbers.
  public enum State {
    /// An optimizer moves them.
    LEARNED,
    /// They stay as they are.
    FROZEN,
    /// They come from one pass over the data.
    COUNTED,
    /// They are kept beside the parameters, such as running means.
    BUFFER;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A parameter or a buffer.
  ///
  /// @param count how many numbers
  public record Part(String name, List<Integer> shape, State state, long count, long bytes) {
    public Part {
      shape = List.copyOf(shape);
    }

    private static Part of(Slice slice, State state) {
      return new Part(
          slice.name(),
          Arrays.stream(slice.shape()).boxed().toList(),
          state,
          slice.size(),
          (long) slice.size() * slice.type().bytes());
    }
  }

  /// A layer, with the numbers that are its own.
  ///
  /// @param depth how many layers it is inside of
  /// @param type what an experiment file calls it, or its class
  /// @param output the shape that goes out for each example
  public record LayerRow(
      String place, int depth, String type, List<Integer> output, Totals totals) {
    public LayerRow {
      output = List.copyOf(output);
    }
  }

  /// How many numbers there are.
  ///
  /// @param parameters the learned, the frozen and the counted ones
  /// @param bytes of the parameters and the buffers
  public record Totals(
      long parameters, long learned, long frozen, long counted, long buffers, long bytes) {
    private static Totals of(List<Part> parts) {
      long learned = count(parts, State.LEARNED);
      long frozen = count(parts, State.FROZEN);
      long counted = count(parts, State.COUNTED);
      return new Totals(
          learned + frozen + counted,
          learned,
          frozen,
          counted,
          count(parts, State.BUFFER),
          parts.stream().mapToLong(Part::bytes).sum());
    }

    private static long count(List<Part> parts, State state) {
      return parts.stream().filter(part -> part.state == state).mapToLong(Part::count).sum();
    }
  }

  /// Loads the data and builds the model.
  ///
  /// Throws what a run of such an experiment throws before it begins, and a [SetupException] where
  /// the experiment has no model with numbers of its own.
  public static Anatomy of(Loaded loaded, Library library, Registry registry) {
    return switch (loaded.experiment()) {
      case Experiment.Trained trained -> {
        Streams random = trained.random().streams(trained.seed());
        Dataset examples = Setup.load(trained, library, random).parts(trained).train();
        Model model = Models.build(loaded, trained, examples.form(), random);
        yield of(loaded, model, examples, Anatomy::trained, registry);
      }
      case Experiment.Counted counted -> {
        Streams random = counted.random().streams(counted.seed());
        Dataset data = Setup.load(counted, library, random).parts(counted).train();
        Model model = Models.count(counted, data);
        yield of(loaded, model, data, _ -> State.COUNTED, registry);
      }
      case Experiment.Traced _ ->
          throw new SetupException(
              "%s computes an expression and has no model of parameters; gradus graph shows one"
                  .formatted(loaded.title()));
    };
  }

  private static State trained(Slice parameter) {
    return parameter.learned() ? State.LEARNED : State.FROZEN;
  }

  private static Anatomy of(
      Loaded loaded, Model model, Dataset data, Function<Slice, State> states, Registry registry) {
    List<Part> parts = parts(model.parameters(), model.buffers(), states);
    List<LayerRow> layers =
        model instanceof Layered layered
            ? layered.layers(data.range(0, 1)).stream()
                .map(layer -> row(layer, states, registry))
                .toList()
            : List.of();
    String type =
        loaded
            .node()
            .get("model")
            .flatMap(node -> ((ConfigNode.Mapping) node).type())
            .orElseThrow();
    return new Anatomy(
        loaded.experiment().name(), type, data.form().inWords(), layers, parts, Totals.of(parts));
  }

  private static List<Part> parts(
      List<Slice> parameters, List<Slice> buffers, Function<Slice, State> states) {
    return Stream.concat(
            parameters.stream().map(slice -> Part.of(slice, states.apply(slice))),
            buffers.stream().map(slice -> Part.of(slice, State.BUFFER)))
        .toList();
  }

  private static LayerRow row(PlacedLayer layer, Function<Slice, State> states, Registry registry) {
    Class<?> made = layer.layer().getClass();
    return new LayerRow(
        layer.place(),
        layer.depth(),
        registry.nameOf("layer", made).orElseGet(made::getSimpleName),
        Arrays.stream(layer.output().lengths()).skip(1).boxed().toList(),
        Totals.of(parts(layer.parameters(), layer.buffers(), states)));
  }
}
