package io.gradus.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Where a command speaks: results to `out`, everything else to `err`, always in UTF-8.
///
/// @param terminal whether a person watches `err`, so that a line may be drawn over
record Console(PrintWriter out, PrintWriter err, boolean terminal) {
  /// The process' own streams; the launcher knows whether there is a terminal.
  static Console system() {
    return new Console(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        Boolean.getBoolean("gradus.terminal"));
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /// Whether everything could be written; a full disk behind `out` must not look like success.
  boolean flush() {
    err.flush();
    return !out.checkError();
  }
}
