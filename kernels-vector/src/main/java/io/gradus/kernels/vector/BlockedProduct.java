package io.gradus.kernels.vector;

import io.gradus.kernels.Matrix;
import io.gradus.kernels.Workers;

/// `C = A·B`, or `C = C + A·B`, in blocks that stay in the caches while they are used (Goto and van
/// de Geijn 2008).
///
/// A slab of B, [#DEPTH] by [#COLUMNS], is laid out once for all; then blocks of [#ROWS] rows of A
/// pass along it. What lies well where it is, is read there: copying costs a small product more
/// than it saves.
///
/// @param shared whether several threads may take part; the cut into parts follows from this and
///   from the shape, never from the number of threads
/// @param finish what is done with each block of C once its sums are complete
record BlockedProduct(
    int m,
    int n,
    int k,
    Matrix a,
    Matrix b,
    Matrix c,
    boolean accumulate,
    boolean shared,
    Finish finish) {
  /// One panel of B, 384 x 32 numbers, takes 48 KiB: it streams through the first cache once for
  /// each tile of rows. Less depth pauses the chains in C more often.
  private static final int DEPTH = 384;

  /// What is not much deeper is not cut: to end the chains once costs more than a panel of 64 KiB.
  private static final int WHOLE_DEPTH = 512;

  /// The slab, 1.5 MiB, comes from the last cache; a row of tiles uses each number of it 96 times.
  private static final int COLUMNS = 1024;

  /// The block of A, 144 KiB, stays in the second cache.
  private static final int ROWS = 96;

  /// Rows up to which a thread passes along all of them.
  private static final int FEW_ROWS = 2 * ROWS;

  /// Strips of columns from which they are the parts of a product of few rows.
  private static final int FEWEST_STRIPS = 4;

  /// Parts of a shared product: enough for the threads to end at about the same time, also where
  /// one is slower than the others for a while.
  private static final int PARTS = 16;

  void run(Workers workers) {
    if (!shared && m <= ROWS && n <= COLUMNS && k <= DEPTH) {
      alone();
      return;
    }
    if (shared && m <= FEW_ROWS && n >= FEWEST_STRIPS * Tiling.WIDTH) {
      int strips = Math.max(Math.min(n / Tiling.WIDTH, PARTS), Math.ceilDiv(n, COLUMNS));
      workers.run(strips, part -> strip(Span.of(part, strips, n, Tiling.WIDTH)));
      return;
    }
    int slabs = Math.ceilDiv(n, COLUMNS);
    int layers = layers();
    for (int s = 0; s < slabs; s++) {
      Span columns = Span.of(s, slabs, n, Tiling.WIDTH);
      for (int l = 0; l < layers; l++) {
        layer(columns, Span.of(l, layers, k, 1), workers);
      }
    }
  }

  /// One block, without the ceremony of parts: a small product is over before that ends.
  private void alone() {
    Panels panels = new Panels(b, false, k);
    if (Packing.worthPanels(b, m, n, k)) {
      panels = Panels.empty(k, n);
      panels.fill(b, new Span(0, n));
    }
    Span columns = new Span(0, n);
    block(new Span(0, m), columns, columns, new Span(0, k), panels);
  }

  /// Some columns of a product of few rows, by one thread, which lays out its part of B itself and
  /// waits for nobody.
  private void strip(Span columns) {
    Span all = new Span(0, columns.length());
    int layers = layers();
    for (int l = 0; l < layers; l++) {
      Span depth = Span.of(l, layers, k, 1);
      block(new Span(0, m), all, columns, depth, panels(columns, depth, false, Workers.caller()));
    }
  }

  private int layers() {
    return k <= WHOLE_DEPTH ? 1 : Math.ceilDiv(k, DEPTH);
  }

  private void layer(Span columns, Span depth, Workers workers) {
    Panels panels = panels(columns, depth, shared, workers);
    int tall = Math.max(Math.ceilDiv(m, ROWS), shared ? Math.min(m / Tiling.HEIGHT, PARTS) : 1);
    int wide = shared ? Math.min(columns.length() / Tiling.WIDTH, Math.ceilDiv(PARTS, tall)) : 1;
    int across = Math.max(1, wide);
    workers.run(
        tall * across,
        part ->
            block(
                Span.of(part / across, tall, m, Tiling.HEIGHT),
                Span.of(part % across, across, columns.length(), Tiling.WIDTH),
                columns,
                depth,
                panels));
  }

  private Panels panels(Span columns, Span depth, boolean shared, Workers workers) {
    Matrix slab = Packing.view(b, depth.start(), columns.start());
    if (!Packing.worthPanels(b, m, n, k)) {
      return new Panels(slab, false, depth.length());
    }
    int length = columns.length();
    Panels panels = Panels.empty(depth.length(), length);
    int strips = shared ? Math.clamp(length / Tiling.WIDTH, 1, PARTS) : 1;
    workers.run(strips, part -> panels.fill(slab, Span.of(part, strips, length, Tiling.WIDTH)));
    return panels;
  }

  private void block(Span rows, Span within, Span columns, Span depth, Panels panels) {
    Matrix left = Packing.view(a, rows.start(), depth.start());
    if (Packing.worthCopying(a, m, within.length(), k)) {
      left = Packing.copy(left, rows.length(), depth.length());
    }
    Matrix out = Packing.view(c, rows.start(), columns.start());
    boolean fresh = depth.start() == 0 && !accumulate;
    if (columns.length() < Tiling.LANES) {
      Tiling.narrow(rows.length(), columns.length(), depth.length(), fresh, left, panels, out);
    } else {
      Tiling.multiply(rows.length(), within, depth.length(), fresh, left, panels, out);
    }
    if (depth.start() + depth.length() == k) {
      finish.block(rows, new Span(columns.start() + within.start(), within.length()));
    }
  }
}
