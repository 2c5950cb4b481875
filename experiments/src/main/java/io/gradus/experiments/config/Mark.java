package io.gradus.experiments.config;

/// A place in a [Source], line and column counted from 1.
public record Mark(Source source, int line, int column) {
  @Override
  public String toString() {
    return source.title() + ":" + line + ":" + column;
  }
}
