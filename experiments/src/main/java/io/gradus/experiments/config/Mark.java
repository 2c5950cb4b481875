package io.gradus.experiments.config;

/// A place in a [Source], line and column counted from 1.
public record Mark(Source source, int line, int column) {
  /// `file:line:column`, or what a person calls a source that is no file.
  @Override
  public String toString() {
    return source.file() ? source.title() + ":" + line + ":" + column : source.title() + ":";
  }
}
