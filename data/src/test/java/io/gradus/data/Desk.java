package io.gradus.data;

import io.gradus.random.Algorithm;
import io.gradus.random.Generator;
import io.gradus.random.Source;
import io.gradus.random.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a data spec works with in these tests: a library without folders, and given streams.
record Desk(Library library, Streams streams) implements DataContext {
  /// Nothing but what is built in and what files hold; one generator serves every stream.
  static Desk of(Algorithm algorithm, long seed) {
    return new Desk(offline(List.of()), Streams.shared(new Source(algorithm, seed)));
  }

  /// A library that downloads nothing.
  static Library offline(List<Library.Place> places) {
    return new Library(
        places,
        Optional.empty(),
        (_, _) -> {
          throw new IOException("there is no network");
        });
  }

  @Override
  public String corpus(String name) {
    return library.corpus(name).content();
  }

  @Override
  public String file(Path file) {
    return library.file(file).content();
  }

  @Override
  public Generator stream(String name) {
    return streams.stream(name);
  }
}
